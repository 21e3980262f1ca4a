Story: Counts of July 2026: two counts that agree
Given ../../../models/access.md
Case counts between opening secretariat and bringing lantern and controlling highland-council

At 2026-08-03 09:00
  opening.coordinator takes open with month = "2026-07-01" and offloaded = 128

At 2026-08-05 10:00
  bringing.liaison takes count-first with collected = 128 and arrived = 127
  controlling.liaison takes control with passed = 127 and kept_back = 1
  opening.coordinator takes agree
  state is agreed
