Story: Stoves without pipes
Given ../../../models/access.md
Case feedback between hearing ombuds and delivering lantern and planning secretariat

At 2027-08-25 15:00
  hearing.listener takes hear with site = "High Road, clinic" and came = "in part" and words = "The stoves came without pipes. We cannot light them in the house." and reach = "Through the nurse" and who = "woman" and age = "18 to 59" and disability = false
  hearing.listener takes pass-on
  clock answer ends 2027-09-08 15:00
  state is passed-on
