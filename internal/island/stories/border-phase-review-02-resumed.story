Story: The note is gone, and the pilot is resumed
Given ../../../models/border.md
Case phase-review between keeping secretariat and one arland and two belmark and rights ombuds

At 2027-03-02 10:00
  keeping.secretary takes open with agenda = "The first months of full operation, and what notes at the desk do to those who cross every day."

At 2027-04-05 14:00
  keeping.secretary takes hear-operators with operators = "Hauliers are not touched by the pause. The coach company lost two days."

At 2027-04-06 18:00
  keeping.secretary takes hear-communities with communities = "The nurses of both banks ask that no note on anybody be without an end."

At 2027-04-08 11:00
  rights.ombudsperson takes review with rights = "All complaints that were upheld are remedied. Notes at the desk now have a last day." and reasons = "The remedy was seen on the spot on 7 April. Vehicles should wait until a quarter has passed without a new note of this kind."

At 2027-04-08 14:00
  one.liaison takes resume
  two.liaison takes resume
  effects: begins resumed
  state is resumed
