Story: The guardian finds that a child goes home, and nobody else does
Given ../../models/border.md
Case readmission between requesting arland and requested belmark and aid ombuds and court court

At 2026-04-01 09:00
  requesting.returns-officer takes request with child_alone = true
  requested.returns-officer takes identify
  requesting.protection-officer takes assess
  requested.returns-officer takes accept
  aid.guardian is refused clear-child with reasons = null because reasons-missing (Article 13)
  aid.guardian takes clear-child
  requesting.returns-officer is refused order because wrong-state (Article 13)
  requesting.returns-officer takes order-child
  aid.counsel takes appeal
  court.bench takes dismiss
  state is transferable
