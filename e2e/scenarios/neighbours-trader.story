Story: A trader is registered for a year
Given ../../models/neighbours.md
Case trader between registering arland and other belmark

At 2026-04-01 08:00
  registering.customs-officer takes apply with island_share = 40
  registering.customs-officer is refused refuse on the ground "a competitor of ours" because ground-unknown (Article 12)
  other.customs-officer sees firm, goods, island_share, number
  registering.customs-officer takes register
  effects: issues zone-trader
  other.customs-officer sees firm, goods, island_share, number, trader
After P1Y1D
  clock year has lapsed
  state is ended
