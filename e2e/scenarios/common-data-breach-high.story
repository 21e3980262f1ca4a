Story: The authority decides that the risk is high, and sends the officer back
Given ../../models/common/reference.md
Case data-breach between holding caldera and oversight ombuds

At 2026-05-04 09:00
  holding.data-officer takes record
  holding.data-officer takes notify
  holding.data-officer takes supplement
  oversight.data-authority takes decide-high
  holding.data-officer takes mend
  oversight.data-authority takes send-back with reasons = "The same key is still in use."
  state is other-risk
