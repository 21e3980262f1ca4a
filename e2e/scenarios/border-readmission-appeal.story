Story: An appeal suspends the return, however late the judge is
Given ../../models/border.md
Case readmission between requesting arland and requested belmark and aid ombuds and court court

At 2026-04-01 09:00
  requesting.returns-officer takes request with child_alone = false
  requested.returns-officer takes identify
  requesting.protection-officer takes assess
  requested.returns-officer takes accept
  requesting.returns-officer takes order
After P14D
  aid.counsel takes appeal
  clock judgment ends 2026-05-15 09:00
After P31D
  clock judgment has lapsed
  state is appealed
  requesting.returns-officer is refused transfer because wrong-state (Article 13)
  aid.monitor is refused attend because wrong-state (Article 13)
  court.president is refused allow because wrong-role (Article 13)
  court.bench takes allow
  state is stopped
  requesting.returns-officer may nothing
