Story: A refusal that nobody takes further ends after sixty days
Given ../../models/common/reference.md
Case data-request between entering secretariat and holding belmark and oversight ombuds

At 2026-05-04 09:00
  entering.filing-officer takes ask with asks = "access"
  holding.data-officer takes propose-refusal
  oversight.data-authority takes approve-refusal
After P61D
  clock time-to-ask has lapsed
  state is refused-finally
