Story: Operators and communities are heard, and both Parties begin full operation
Given ../../models/border.md
Case phase-review between keeping secretariat and one arland and two belmark and rights ombuds

At 2026-09-01 10:00
  keeping.secretary takes open
  clock review ends 2026-11-30 10:00
  keeping.secretary is refused hear-communities because wrong-state (Article 20)
  one.liaison is refused expand because wrong-state (Article 20)
  keeping.secretary takes hear-operators
  keeping.secretary takes hear-communities
  rights.ombudsperson is refused review with assessment_rights = {"equal": "no", "remedies": "yes", "afraid": "no", "heard": "no"} because condition-unmet (Article 20)
  rights.ombudsperson takes review
  one.liaison is refused expand given that indicator:rights-upheld = 2 and indicator:rights-remedied = 1 because condition-unmet (Article 20)
  one.liaison takes expand given that indicator:rights-upheld = 2 and indicator:rights-remedied = 2
  state is reviewed
  one.liaison is refused expand because quorum-twice (Article 20)
  two.liaison takes expand given that indicator:rights-upheld = 2 and indicator:rights-remedied = 2
  effects: begins full
  state is expanded
