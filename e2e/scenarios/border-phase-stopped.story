Story: The ombudsperson stops what touches the rights of persons
Given ../../models/border.md
Case phase-review between keeping secretariat and one arland and two belmark and rights ombuds

At 2026-09-01 10:00
  keeping.secretary takes open
  rights.ombudsperson is refused stop given that indicator:rights-upheld = 2 and indicator:rights-remedied = 2 because condition-unmet (Article 20)
  one.liaison is refused stop because wrong-side (Article 20)
  rights.ombudsperson takes stop given that indicator:rights-upheld = 3 and indicator:rights-remedied = 2
  effects: begins paused
  state is stopped
