Story: The ombudsperson stops it between two reviews, and both Parties answer late
Given ../../models/border.md
Case rights-stop between rights ombuds and one arland and two belmark and keeping secretariat

At 2026-06-15 10:00
  rights.ombudsperson is refused stop given that indicator:rights-upheld = 0 and indicator:rights-remedied = 0 because condition-unmet (Article 20)
  two.liaison is refused stop because wrong-side (Article 20)
  rights.ombudsperson is refused stop with reasons = null given that indicator:rights-upheld = 1 and indicator:rights-remedied = 0 because reasons-missing (Article 20)
  rights.ombudsperson takes stop given that indicator:rights-upheld = 1 and indicator:rights-remedied = 0
  effects: begins paused
  clock answer ends 2026-07-15 10:00
After P31D
  clock answer has lapsed
  one.liaison takes answer
  state is stopped
  two.liaison takes answer
  state is answered
