Story: One Party pauses alone
Given ../../models/border.md
Case phase-review between keeping secretariat and one arland and two belmark and rights ombuds

At 2026-09-01 10:00
  keeping.secretary takes open
  two.liaison is refused pause with reasons = null because reasons-missing (Article 20)
  two.liaison takes pause
  effects: begins paused
