Story: Both Parties end the partnership in a review, with reasons, and neither can do so alone
Given ../../models/border.md
Case phase-review between keeping secretariat and one arland and two belmark and rights ombuds

At 2026-09-01 10:00
  keeping.secretary takes open
  keeping.secretary takes hear-operators
  one.liaison is refused end because wrong-state (Article 20)
  keeping.secretary takes hear-communities
  rights.ombudsperson takes review
  rights.ombudsperson is refused end because wrong-side (Article 20)
  one.liaison takes end
  effects: nothing
  state is reviewed
  one.liaison is refused end because quorum-twice (Article 20)
  two.liaison takes end
  effects: begins ended
  state is ended
