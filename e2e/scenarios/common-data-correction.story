Story: A correction reaches every officer, late, and the authority closes it
Given ../../models/common/reference.md
Case data-request between entering secretariat and holding belmark and oversight ombuds

At 2026-05-04 09:00
  entering.filing-officer takes ask with asks = "correction" and representative = null and reached = null
  holding.data-officer takes ask-proof
After P15D
  clock proof has lapsed
  state is identified
  holding.data-officer is refused ask-proof because wrong-state (Article 6)
  holding.data-officer is refused give because condition-unmet (Article 6)
  holding.data-officer takes take-longer with reasons = "The copies are in three places."
After P61D
  clock answer has lapsed
  holding.data-officer takes change
After P8D
  clock passing-on has lapsed
  holding.data-officer takes pass-on
  role.data-officer sees changed, data, duty, person
  role.data-officer takes confirm
After P15D
  clock receipts has lapsed
  holding.data-officer is refused close because wrong-side (Article 6)
  oversight.data-authority takes close
  state is closed
