Story: A trader is refused on a ground, and told of the remedy
Given ../../models/neighbours.md
Case trader between registering arland and other belmark

At 2026-04-01 08:00
  registering.customs-officer takes apply with island_share = 40
  registering.customs-officer takes refuse on the ground "false statements"
  other.customs-officer sees firm, goods, island_share, number, reasons
  registering.customs-officer takes tell
