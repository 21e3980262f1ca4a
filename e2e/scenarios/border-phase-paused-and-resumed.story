Story: While the partnership is paused goods and work go on and nobody is asked to take anybody back; when it is resumed, readmission is
Given ../../models/border.md
Case phase-review between keeping secretariat and one arland and two belmark and rights ombuds called autumn
Case phase-review between keeping secretariat and one arland and two belmark and rights ombuds called spring
Case readmission between requesting arland and requested belmark and aid ombuds and court court called begun
Case readmission between requesting arland and requested belmark and aid ombuds and court court called late
Case consignment between entered belmark and left arland and court court called fish

At 2026-09-01 09:00
  keeping.secretary takes open
In begun
  requesting.returns-officer takes request
In autumn
After PT1H
  Article 13 is in force between arland and belmark
  two.liaison takes pause with why = "The machine at the eastern gate errs too often." and reasons = "Belmark looks at it first."
  effects: begins paused
  Article 13 is not in force between arland and belmark because not-in-force
  Article 10 is in force between arland and belmark
  Article 12 is in force between arland and belmark
In late
  requesting.returns-officer is refused request because not-in-force (Article 13)
In begun
  requested.returns-officer takes identify
  state is identified
In fish
At 2026-09-02 07:00
  left.traders-desk takes lodge-perishable
After PT4H
  state is released
In spring
At 2027-03-01 10:00
  keeping.secretary takes open
  keeping.secretary takes hear-operators
  keeping.secretary takes hear-communities
  rights.ombudsperson takes review
  one.liaison takes resume
  Article 13 is not in force between arland and belmark because not-in-force
  two.liaison takes resume
  effects: begins resumed
  Article 13 is in force between arland and belmark
  Article 21 is not in force between arland and belmark because not-in-force
In late
  requesting.returns-officer takes request
  state is requested
