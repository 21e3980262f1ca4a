Story: Silence is no consent, and an unanswered request ends
Given ../../models/border.md
Case readmission between requesting belmark and requested arland and aid ombuds and court court

At 2026-04-01 09:00
  requesting.returns-officer takes request
After P10D
  requested.returns-officer may identify, not-known
After PT1S
  state is unanswered
  clock identification has lapsed
  requested.returns-officer is refused identify because clock-lapsed (Article 13)
After P29D
  state is unanswered
  requesting.returns-officer may withdraw
After P1D
  state is ended
  clock ending has lapsed
