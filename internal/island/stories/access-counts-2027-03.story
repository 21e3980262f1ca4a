Story: Counts of March 2027: two counts that agree
Given ../../../models/access.md
Case counts between opening secretariat and bringing lantern and controlling caldera

At 2027-04-01 09:00
  opening.coordinator takes open with month = "2027-03-01" and offloaded = 134

At 2027-04-05 10:00
  bringing.liaison takes count-first with collected = 134 and arrived = 133
  controlling.liaison takes control with passed = 133 and kept_back = 1
  opening.coordinator takes agree
  state is agreed
