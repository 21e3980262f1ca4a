Story: A deferral that is upheld ends, and one that nobody reviews has ended
Given ../../models/common/reference.md
Case data-request between entering secretariat and holding belmark and oversight ombuds

At 2026-05-04 09:00
  entering.filing-officer takes ask with asks = "access"
  holding.data-officer takes defer on the ground "an inquiry would be obstructed"
  oversight.data-authority takes uphold-deferral
  state is deferred
After P7M
  clock deferral has lapsed
  state is answer-due
  holding.data-officer is refused defer because wrong-state (Article 6)
  holding.data-officer takes give
