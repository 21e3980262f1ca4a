Story: Counts of October 2026: they differ, and it is explained
Given ../../../models/access.md
Case counts between opening secretariat and bringing waterbearers and controlling highland-council

At 2026-11-02 09:00
  opening.coordinator takes open with month = "2026-10-01" and offloaded = 131

At 2026-11-04 10:00
  bringing.liaison takes count-first with collected = 128 and arrived = 110
  controlling.liaison takes control with passed = 128 and kept_back = 0

At 2026-11-05 09:30
  opening.coordinator takes differ

At 2026-11-05 15:00
  bringing.liaison takes explain with explanation = "Eighteen pallets stood before the barrier at the ford at the end of the month and passed in November."
  state is explained
