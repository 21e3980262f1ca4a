Story: Counts of April 2026: two counts that agree
Given ../../../models/access.md
Case counts between opening secretariat and bringing waterbearers and controlling highland-council

At 2026-05-01 09:00
  opening.coordinator takes open with month = "2026-04-01" and offloaded = 134

At 2026-05-04 10:00
  bringing.liaison takes count-first with collected = 133 and arrived = 133
  controlling.liaison takes control with passed = 133 and kept_back = 0
  opening.coordinator takes agree
  state is agreed
