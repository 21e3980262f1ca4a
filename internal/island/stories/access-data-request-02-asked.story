Story: A driver asks which convoys are noted under his name
Given ../../../models/access.md
Case data-request between entering secretariat and holding arland and oversight ombuds

At 2027-08-23 10:00
  entering.filing-officer takes ask with person = "Tormod Eik" and representative = null and reached = "Through the yard at Northgate" and language = "Arlandish" and asks = "access" and data = "Whether Arland notes who drives, and for how long."
  clock answer ends 2027-09-22 10:00
  state is asked
