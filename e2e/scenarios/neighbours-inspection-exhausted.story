Story: The passive quota is exhausted, and the next is refused
Given ../../models/neighbours.md
Case inspection between requesting caldera and receiving arland

At 2026-05-04 08:00
  requesting.verification-officer takes request with inspectors = 2
  receiving.verification-officer takes refuse on the ground "three inspections this year" given that quota:inspections = 3 and quota:inspections-by-one = 0
  state is refused
