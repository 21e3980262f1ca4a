Story: Force majeure is confirmed
Given ../../models/neighbours.md
Case inspection between requesting caldera and receiving arland

At 2026-05-04 08:00
  requesting.verification-officer takes request with inspectors = 2
  receiving.verification-officer takes plead-force-majeure on the ground "force-majeure"
  requesting.verification-officer takes confirm-impeded
  state is not-carried-out
