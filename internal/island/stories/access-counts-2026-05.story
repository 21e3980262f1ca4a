Story: Counts of May 2026: two counts that agree
Given ../../../models/access.md
Case counts between opening secretariat and bringing lantern and controlling arland

At 2026-06-01 09:00
  opening.coordinator takes open with month = "2026-05-01" and offloaded = 114

At 2026-06-03 10:00
  bringing.liaison takes count-first with collected = 112 and arrived = 112
  controlling.liaison takes control with passed = 112 and kept_back = 0
  opening.coordinator takes agree
  state is agreed
