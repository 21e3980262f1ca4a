Story: The authority ends a deferral
Given ../../models/common/reference.md
Case data-request between entering secretariat and holding belmark and oversight ombuds

At 2026-05-04 09:00
  entering.filing-officer takes ask with asks = "access"
  holding.data-officer takes defer
  holding.data-officer is refused end-deferral because wrong-side (Article 6)
  oversight.data-authority takes end-deferral
  state is answer-due
