Story: Counts of December 2026: two counts that agree
Given ../../../models/access.md
Case counts between opening secretariat and bringing waterbearers and controlling caldera

At 2027-01-01 09:00
  opening.coordinator takes open with month = "2026-12-01" and offloaded = 140

At 2027-01-04 10:00
  bringing.liaison takes count-first with collected = 139 and arrived = 139
  controlling.liaison takes control with passed = 139 and kept_back = 0
  opening.coordinator takes agree
  state is agreed
