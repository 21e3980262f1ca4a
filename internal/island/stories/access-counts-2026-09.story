Story: Counts of September 2026: two counts that agree
Given ../../../models/access.md
Case counts between opening secretariat and bringing lantern and controlling caldera

At 2026-10-01 09:00
  opening.coordinator takes open with month = "2026-09-01" and offloaded = 146

At 2026-10-05 10:00
  bringing.liaison takes count-first with collected = 144 and arrived = 144
  controlling.liaison takes control with passed = 144 and kept_back = 0
  opening.coordinator takes agree
  state is agreed
