Story: Force majeure is contested with reasons
Given ../../models/neighbours.md
Case inspection between requesting caldera and receiving arland

At 2026-05-04 08:00
  requesting.verification-officer takes request with inspectors = 2
  receiving.verification-officer takes plead-force-majeure on the ground "force-majeure"
  requesting.verification-officer is refused contest-impeded with reasons = null because reasons-missing (Article 7)
  requesting.verification-officer takes contest-impeded
  state is contested
