Story: What was ended is neither resumed nor paused, and nobody stops what no longer runs
Given ../../models/border.md
Case phase-review between keeping secretariat and one arland and two belmark and rights ombuds

At 2027-03-01 10:00
  keeping.secretary takes open
  one.liaison is refused pause given that indicator:partnership-ended = 1 because condition-unmet (Article 20)
  rights.ombudsperson is refused stop given that indicator:rights-upheld = 2 and indicator:rights-remedied = 1 and indicator:partnership-ended = 1 because condition-unmet (Article 20)
  keeping.secretary takes hear-operators
  keeping.secretary takes hear-communities
  rights.ombudsperson takes review
  two.liaison is refused resume given that indicator:partnership-ended = 1 because condition-unmet (Article 20)
  two.liaison is refused expand given that indicator:partnership-ended = 1 because condition-unmet (Article 20)
After P91D
  clock review has lapsed
  state is stays
