Story: Counts of July 2027: two counts that agree
Given ../../../models/access.md
Case counts between opening secretariat and bringing lantern and controlling highland-council

At 2027-08-02 09:00
  opening.coordinator takes open with month = "2027-07-01" and offloaded = 108

At 2027-08-04 10:00
  bringing.liaison takes count-first with collected = 108 and arrived = 107
  controlling.liaison takes control with passed = 107 and kept_back = 1
  opening.coordinator takes agree
  state is agreed
