Story: A weaver's application waits to be decided
Given ../../../models/neighbours.md
Case trader between registering caldera and other free-city

At 2027-08-19 11:00
  registering.customs-officer takes apply with number = "LP-C-0112" and trader = "Aurelia Sant" and firm = "Sant Looms, three weavers" and goods = "textiles" and island_share = 71
