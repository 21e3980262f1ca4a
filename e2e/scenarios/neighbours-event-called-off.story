Story: An exchange is called off with reasons
Given ../../models/neighbours.md
Case event between proposing caldera and accepting arland

At 2026-05-10 08:00
  proposing.liaison takes propose with kind = "exchange of people"
  accepting.liaison takes accept
  accepting.liaison is refused call-off with reasons = null because reasons-missing (Article 16)
  accepting.liaison takes call-off
  state is called-off
