Story: Nothing is done, and the Court annuls what the Party did
Given ../../models/justice.md
Case sanction between oversight ombuds and bound caldera and court court and registry secretariat

At 2026-09-01 10:00
  oversight.ombudsperson takes decide
  court.court-judge is refused annul because wrong-state (Article 22)
At 2026-10-01 10:01
  clock doing has lapsed
  registry.clerk takes refer
  oversight.ombudsperson may nothing
  court.court-judge takes annul
  state is annulled
