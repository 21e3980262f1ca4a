Story: Both Parties stay with the pilot, and nothing can be resumed that was not paused
Given ../../models/border.md
Case phase-review between keeping secretariat and one arland and two belmark and rights ombuds

At 2026-09-01 10:00
  keeping.secretary takes open
  keeping.secretary takes hear-operators
  keeping.secretary takes hear-communities
  rights.ombudsperson takes review
  one.liaison takes resume
  two.liaison is refused resume because condition-unmet (Article 20)
  one.liaison takes stay
  two.liaison takes stay
  state is stays
