Story: Nobody accepts
Given ../../models/neighbours.md
Case event between proposing caldera and accepting arland

At 2026-05-10 08:00
  proposing.liaison takes propose with kind = "joint research"
After P31D
  clock acceptance has lapsed
  state is not-accepted
