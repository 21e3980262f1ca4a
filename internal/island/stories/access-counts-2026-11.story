Story: Counts of November 2026: two counts that agree
Given ../../../models/access.md
Case counts between opening secretariat and bringing lantern and controlling arland

At 2026-12-01 09:00
  opening.coordinator takes open with month = "2026-11-01" and offloaded = 102

At 2026-12-03 10:00
  bringing.liaison takes count-first with collected = 102 and arrived = 101
  controlling.liaison takes control with passed = 101 and kept_back = 1
  opening.coordinator takes agree
  state is agreed
