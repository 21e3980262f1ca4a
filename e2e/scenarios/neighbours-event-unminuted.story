Story: What was held without agreed minutes is on record as that
Given ../../models/neighbours.md
Case event between proposing caldera and accepting arland

At 2026-05-10 08:00
  proposing.liaison takes propose with kind = "exchange of people"
  accepting.liaison takes accept
  accepting.liaison takes hold
After P22D
  clock minutes has lapsed
  state is unminuted
