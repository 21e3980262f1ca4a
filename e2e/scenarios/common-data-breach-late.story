Story: A breach that is told late is told with reasons
Given ../../models/common/reference.md
Case data-breach between holding caldera and oversight ombuds

At 2026-05-04 09:00
  holding.data-officer takes record
After PT73H
  clock notification has lapsed
  holding.data-officer is refused notify because clock-lapsed (Article 7)
  holding.data-officer is refused notify-late with reasons = null because reasons-missing (Article 7)
After PT1H
  clock late-notification has lapsed
  holding.data-officer takes notify-late with reasons = "The logs were on the machine that was stolen."
  oversight.data-authority takes decide-other
  state is other-risk
