Story: Counts of June 2026: two counts that agree
Given ../../../models/access.md
Case counts between opening secretariat and bringing waterbearers and controlling caldera

At 2026-07-01 09:00
  opening.coordinator takes open with month = "2026-06-01" and offloaded = 152

At 2026-07-03 10:00
  bringing.liaison takes count-first with collected = 149 and arrived = 149
  controlling.liaison takes control with passed = 149 and kept_back = 0
  opening.coordinator takes agree
  state is agreed
