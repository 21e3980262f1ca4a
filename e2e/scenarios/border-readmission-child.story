Story: A child alone stays when the guardian finds so
Given ../../models/border.md
Case readmission between requesting arland and requested belmark and aid ombuds and court court

At 2026-04-01 09:00
  requesting.returns-officer takes request with child_alone = true
  requested.returns-officer takes identify
  requesting.protection-officer takes assess
  requested.returns-officer takes accept
  requesting.returns-officer is refused order because condition-unmet (Article 13)
  requesting.returns-officer is refused order-child because wrong-state (Article 13)
  aid.counsel is refused clear-child because wrong-role (Article 13)
  aid.guardian takes keep-child
  state is stopped
