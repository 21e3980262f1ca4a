Story: Counts of April 2027: one stays away, and nothing is counted
Given ../../../models/access.md
Case counts between opening secretariat and bringing waterbearers and controlling highland-council

At 2027-05-03 09:00
  opening.coordinator takes open with month = "2027-04-01" and offloaded = 114

At 2027-05-05 10:00
  bringing.liaison takes count-first with collected = 113 and arrived = 113

At 2027-05-10 09:01
  clock counting has lapsed
  state is uncounted
