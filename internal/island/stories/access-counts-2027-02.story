Story: Counts of February 2027: two counts that agree
Given ../../../models/access.md
Case counts between opening secretariat and bringing waterbearers and controlling arland

At 2027-03-01 09:00
  opening.coordinator takes open with month = "2027-02-01" and offloaded = 100

At 2027-03-03 10:00
  bringing.liaison takes count-first with collected = 97 and arrived = 97
  controlling.liaison takes control with passed = 97 and kept_back = 0
  opening.coordinator takes agree
  state is agreed
