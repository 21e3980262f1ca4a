Story: A deferral that nobody reviews has ended
Given ../../models/common/reference.md
Case data-request between entering secretariat and holding belmark and oversight ombuds

At 2026-05-04 09:00
  entering.filing-officer takes ask with asks = "access"
  holding.data-officer takes defer
After P15D
  clock review has lapsed
  state is answer-due
