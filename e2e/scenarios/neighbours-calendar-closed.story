Story: A calendar is closed before the year is over, with reasons
Given ../../models/neighbours.md
Case annual-calendar between giving caldera

At 2026-11-10 10:00
  giving.verification-officer takes give
  giving.verification-officer is refused close with reasons = null because reasons-missing (Article 3)
  giving.verification-officer takes close
  state is closed
