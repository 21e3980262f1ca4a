Story: The authority ends nothing and finds everything lawful
Given ../../models/common/reference.md
Case data-request between entering secretariat and holding belmark and oversight ombuds

At 2026-05-04 09:00
  entering.filing-officer takes ask with asks = "access"
  holding.data-officer takes propose-refusal
  oversight.data-authority takes approve-refusal
  entering.filing-officer takes tell
  entering.filing-officer takes ask-authority
  oversight.data-authority takes find-lawful
  state is lawful
