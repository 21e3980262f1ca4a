Story: A way that nobody clears is not gone
Given ../../models/neighbours.md
Case patrol between scheduling arland and joining belmark and neutral secretariat

At 2026-06-01 09:00
  scheduling.commander takes schedule
  clock clearing ends 2026-06-04 09:00
After P4D
  clock clearing has lapsed
  state is not-cleared
  joining.commander is refused clear because clock-lapsed (Article 8)
