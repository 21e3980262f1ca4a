Story: A request is withdrawn
Given ../../models/border.md
Case readmission between requesting arland and requested belmark and aid ombuds and court court

At 2026-04-01 09:00
  requesting.returns-officer takes request
  requested.returns-officer takes identify
  requesting.returns-officer takes withdraw
  state is ended
