Story: Counts of August 2026: two counts that agree
Given ../../../models/access.md
Case counts between opening secretariat and bringing waterbearers and controlling arland

At 2026-09-01 09:00
  opening.coordinator takes open with month = "2026-08-01" and offloaded = 108

At 2026-09-03 10:00
  bringing.liaison takes count-first with collected = 107 and arrived = 107
  controlling.liaison takes control with passed = 107 and kept_back = 0
  opening.coordinator takes agree
  state is agreed
