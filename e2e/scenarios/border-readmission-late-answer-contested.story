Story: A late answer is contested, and the request ends
Given ../../models/border.md
Case readmission between requesting belmark and requested arland and aid ombuds and court court

At 2026-04-01 09:00
  requesting.returns-officer takes request
After P12D
  requested.returns-officer takes answer-late on the ground "late"
  requesting.returns-officer takes contest-late with contention = "The person has meanwhile been given leave to stay."
  state is ended
