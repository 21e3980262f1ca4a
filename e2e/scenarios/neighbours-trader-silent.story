Story: A trader who hears nothing is not registered, and is told so
Given ../../models/neighbours.md
Case trader between registering arland and other belmark

At 2026-04-01 08:00
  registering.customs-officer takes apply with island_share = 34
  registering.customs-officer is refused register because condition-unmet (Article 12)
After P21D
  clock decision has lapsed
  state is lapsed
  registering.customs-officer takes tell
