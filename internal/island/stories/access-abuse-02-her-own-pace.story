Story: Something was said, and care comes before everything else
Given ../../../models/access.md
Case abuse between hearing ombuds and concerned waterbearers and helping lantern and inquiring court

At 2027-08-31 16:10
  hearing.listener takes tell with kind = "violence or threat" and survivor = null and words = "A guard at the store pushes those who ask why. He broke a boy's tooth." and help = "A dentist, and another guard"
  clock referral ends 2027-09-01 16:10
  state is told
