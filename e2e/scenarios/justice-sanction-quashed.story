Story: A Party contests a decision, and the Court annuls it, after its time
Given ../../models/justice.md
Case sanction between oversight ombuds and bound arland and court court and registry secretariat

At 2026-09-01 10:00
  oversight.ombudsperson takes decide
  bound.liaison takes contest
  bound.liaison is refused quash because wrong-side (Article 22)
At 2026-10-31 10:01
  clock judgment has lapsed
  state is before-court
  court.court-judge takes quash
  state is quashed
