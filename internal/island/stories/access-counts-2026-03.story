Story: Counts of March 2026: two counts that agree
Given ../../../models/access.md
Case counts between opening secretariat and bringing lantern and controlling caldera

At 2026-04-01 09:00
  opening.coordinator takes open with month = "2026-03-01" and offloaded = 96

At 2026-04-03 10:00
  bringing.liaison takes count-first with collected = 96 and arrived = 95
  controlling.liaison takes control with passed = 95 and kept_back = 1
  opening.coordinator takes agree
  state is agreed
