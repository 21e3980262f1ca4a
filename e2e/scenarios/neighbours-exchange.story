Story: Information is given, asked about, answered late, and closed
Given ../../models/neighbours.md
Case annual-exchange between giving belmark

At 2026-12-05 10:00
  giving.liaison is refused give because wrong-role (Article 3)
  giving.verification-officer takes give with strength = 12000
  role.liaison takes ask
  state is queried
After P22D
  clock answer has lapsed
  giving.verification-officer takes answer
  state is given
After P61D
  clock questions has lapsed
  state is closed
