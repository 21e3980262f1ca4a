Story: A late answer is accepted, and the person leaves by themselves
Given ../../models/border.md
Case readmission between requesting belmark and requested arland and aid ombuds and court court

At 2026-04-01 09:00
  requesting.returns-officer takes request with child_alone = false
After P11D
  requested.returns-officer takes answer-late on the ground "late"
  requesting.returns-officer takes accept-late
  requesting.protection-officer takes assess
  requested.returns-officer takes accept
  requesting.returns-officer takes order
  requesting.returns-officer takes leave
  state is left
