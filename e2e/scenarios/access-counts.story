Story: Two counts differ, neither was read before the other was made, and the difference stands
Given ../../models/access.md
Case counts between opening secretariat and bringing lantern and controlling arland

At 2026-04-01 08:00
  opening.coordinator takes open with month = "2026-03-01" and offloaded = 120
  clock counting ends 2026-04-08 08:00
  bringing.liaison takes count-first with collected = 110 and arrived = 90
  controlling.liaison sees month, offloaded
  opening.coordinator sees month, offloaded
After P2D
  controlling.liaison takes control with passed = 110 and kept_back = 0
  state is counted
  controlling.liaison sees arrived, collected, kept_back, month, offloaded, passed
  opening.coordinator is refused agree because condition-unmet (Article 21)
  bringing.liaison is refused agree because wrong-side (Article 21)
  clock comparison ends 2026-04-08 08:00
After P6D
  clock comparison has lapsed
  opening.coordinator takes differ
  clock explanation ends 2026-04-23 08:00
After P14DT1S
  clock explanation has lapsed
  state is stands
