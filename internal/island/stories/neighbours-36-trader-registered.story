Story: A joiner of Tavel becomes a registered trader of the zone
Given ../../../models/neighbours.md
Case trader between registering arland and other belmark

At 2026-03-23 10:00
  registering.customs-officer takes apply as kai.berg with number = "LP-A-0031" and trader = "Ragna Hovden" and firm = "Hovden & Daughters, joinery" and goods = "timber and stone" and island_share = 92
At 2026-04-02 09:30
  registering.customs-officer takes register as kai.berg
At 2027-04-05 09:00
  state is ended
