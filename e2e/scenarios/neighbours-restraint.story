Story: Restraint is stated and acknowledged, in the words of the other
Given ../../models/neighbours.md
Case acknowledgement between stating arland and acknowledging belmark

At 2026-06-01 08:00
  stating.liaison takes state
  stating.liaison is refused acknowledge because wrong-side (Article 14)
  acknowledging.liaison takes acknowledge
  state is acknowledged
  role.liaison sees acknowledgement, statement
