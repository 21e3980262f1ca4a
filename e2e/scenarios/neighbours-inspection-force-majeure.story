Story: Force majeure keeps a team out; what nobody contests is not counted
Given ../../models/neighbours.md
Case inspection between requesting caldera and receiving arland

At 2026-05-04 08:00
  requesting.verification-officer takes request with inspectors = 2
  receiving.verification-officer takes plead-force-majeure with reasons = "An avalanche closed the only road." on the ground "force-majeure"
After P11D
  clock objection-impeded has lapsed
  state is not-carried-out
  effects: nothing
