Story: An authority that is silent has approved nothing
Given ../../models/common/reference.md
Case data-request between entering secretariat and holding belmark and oversight ombuds

At 2026-05-04 09:00
  entering.filing-officer takes ask with asks = "access"
  holding.data-officer takes propose-refusal
After P15D
  clock consultation has lapsed
  state is answer-due
  holding.data-officer is refused propose-refusal because wrong-state (Article 6)
  holding.data-officer takes give
  state is given
