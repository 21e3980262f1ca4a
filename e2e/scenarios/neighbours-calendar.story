Story: A calendar is given, changed with reasons, asked about, and closed by the year
Given ../../models/neighbours.md
Case annual-calendar between giving caldera

At 2026-11-10 10:00
  giving.verification-officer takes give
  giving.verification-officer is refused change with reasons = null because reasons-missing (Article 3)
  giving.verification-officer takes change
  role.liaison takes ask
After P30D
  clock answer has lapsed
  giving.verification-officer takes answer
After P15M
  clock year has lapsed
  state is closed
