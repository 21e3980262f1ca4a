Story: Counts of May 2027: two counts that agree
Given ../../../models/access.md
Case counts between opening secretariat and bringing lantern and controlling arland

At 2027-06-01 09:00
  opening.coordinator takes open with month = "2027-05-01" and offloaded = 152

At 2027-06-03 10:00
  bringing.liaison takes count-first with collected = 150 and arrived = 150
  controlling.liaison takes control with passed = 150 and kept_back = 0
  opening.coordinator takes agree
  state is agreed
