Story: The Party that is asked does not know the person
Given ../../models/border.md
Case readmission between requesting arland and requested belmark and aid ombuds and court court

At 2026-04-01 09:00
  requesting.returns-officer takes request
  requested.returns-officer is refused not-known with reasons = null because reasons-missing (Article 13)
  requested.returns-officer takes not-known
  state is ended
