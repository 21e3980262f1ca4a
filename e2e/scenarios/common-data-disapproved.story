Story: The authority disapproves a refusal
Given ../../models/common/reference.md
Case data-request between entering secretariat and holding belmark and oversight ombuds

At 2026-05-04 09:00
  entering.filing-officer takes ask with asks = "erasure"
  holding.data-officer takes ask-proof
  entering.filing-officer takes give-proof
  holding.data-officer takes propose-refusal
  oversight.data-authority takes disapprove-refusal
  state is answer-due
  holding.data-officer takes change
  state is changed
