Story: A registration ends when the trader wishes
Given ../../models/neighbours.md
Case trader between registering arland and other belmark

At 2026-04-01 08:00
  registering.customs-officer takes apply with island_share = 40
  registering.customs-officer takes register
  other.customs-officer is refused end because wrong-side (Article 12)
  registering.customs-officer takes end
  state is ended
