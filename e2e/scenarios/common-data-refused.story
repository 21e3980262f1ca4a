Story: A refusal needs the authority, and the authority looks in the place of the person
Given ../../models/common/reference.md
Case data-request between entering secretariat and holding belmark and oversight ombuds

At 2026-05-04 09:00
  entering.filing-officer takes ask with asks = "access"
  holding.data-officer is refused propose-refusal on the ground "too much work" because ground-unknown (Article 6)
  holding.data-officer takes propose-refusal on the ground "public security"
  holding.data-officer is refused approve-refusal because wrong-side (Article 6)
  oversight.data-authority takes approve-refusal
  entering.filing-officer takes ask-authority
After P31D
  clock verification has lapsed
  oversight.data-authority takes order
After P31D
  clock order has lapsed
  holding.data-officer takes carry-out
  state is changed
