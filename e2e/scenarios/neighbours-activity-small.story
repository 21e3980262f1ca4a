Story: What stays below the numbers is told of at will, and nothing follows
Given ../../models/neighbours.md
Case activity between notifying arland and watching belmark and neutral secretariat

At 2026-04-01 10:00
  notifying.verification-officer takes inform with troops = 2999 and tanks = 59 and guns = 39
  state is informed
  notifying.verification-officer may nothing
