Story: An exchange is declined
Given ../../models/neighbours.md
Case event between proposing caldera and accepting arland

At 2026-05-10 08:00
  proposing.liaison takes propose with kind = "exchange of people"
  proposing.liaison is refused accept because wrong-side (Article 16)
  accepting.liaison takes decline
  state is not-accepted
