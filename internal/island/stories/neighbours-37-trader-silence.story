Story: Nobody decides, so the application lapses and the trader is told
Given ../../../models/neighbours.md
Case trader between registering belmark and other arland

At 2026-08-03 10:20
  registering.customs-officer takes apply as emil.rauth with number = "LP-B-0058" and trader = "Hannes Wolter" and firm = "Wolter Tools" and goods = "tools" and island_share = 48
At 2026-08-25 10:00
  state is lapsed
  registering.customs-officer takes tell as emil.rauth
