Story: A review that does not end changes nothing
Given ../../models/border.md
Case phase-review between keeping secretariat and one arland and two belmark and rights ombuds

At 2026-09-01 10:00
  keeping.secretary takes open
After P90D
  state is opened
After PT1S
  state is stays
  clock review has lapsed
