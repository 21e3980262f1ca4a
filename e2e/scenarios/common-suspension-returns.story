Story: While the trade zone rests nobody is registered in it, and a person still complains; when it comes back, what had begun goes on
Given ../../models/neighbours.md
Case suspension between proposing belmark and answering arland and deciding court called resting
Case trader between registering arland and other belmark called stall
Case trader between registering arland and other belmark called late-stall
Case complaint between filing secretariat and concerned belmark and oversight ombuds and appeal court called grievance

At 2026-09-01 08:00
  proposing.liaison takes propose
  deciding.president takes admit
  deciding.president takes establish
  proposing.liaison takes give-notice with scope = "trade zone"
In stall
At 2026-09-25 08:00
  registering.customs-officer takes apply with island_share = 40
In resting
At 2026-10-02 08:00
  Article 12 is in force between arland and belmark
  proposing.liaison takes rest-zone
  effects: suspends 12
  Article 12 is not in force between arland and belmark because article-suspended
  Article 21 is in force between arland and belmark
In stall
  registering.customs-officer is refused register because article-suspended (Article 12)
In late-stall
  registering.customs-officer is refused apply with island_share = 50 because article-suspended (Article 12)
In grievance
  filing.filing-officer takes file with named = true
  state is filed
In resting
At 2026-10-12 08:00
  deciding.president takes order-zone
  effects: restores 12
  Article 12 is in force between arland and belmark
In stall
  registering.customs-officer takes register
  effects: issues zone-trader
In late-stall
  registering.customs-officer takes apply with island_share = 50
  state is applied
