Story: A summit is proposed, moved, held, and put into minutes
Given ../../models/neighbours.md
Case event between proposing caldera and accepting arland

At 2026-05-10 08:00
  proposing.liaison takes propose with kind = "summit"
  accepting.liaison takes accept
  proposing.liaison takes move
  state is proposed
  accepting.liaison takes accept
  proposing.liaison takes hold
  accepting.liaison takes minute
  state is held
  proposing.liaison takes minute
  state is minuted
