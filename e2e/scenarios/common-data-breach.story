Story: A breach is told in 72 hours, the risk is high because nobody says otherwise, and it is mended late
Given ../../models/common/reference.md
Case data-breach between holding caldera and oversight ombuds

At 2026-05-04 09:00
  holding.data-officer takes record
  clock notification ends 2026-05-07 09:00
  role.data-officer sees affected, happened, kind, learned
After PT71H
  holding.data-officer takes notify
After P8D
  clock risk has lapsed
  state is high-risk
  holding.data-officer is refused defer-telling because wrong-side (Article 7)
  oversight.data-authority takes defer-telling on the ground "public security"
After P31D
  clock mending has lapsed
  holding.data-officer takes tell
  holding.data-officer takes mend
  oversight.data-authority takes close
  state is closed
