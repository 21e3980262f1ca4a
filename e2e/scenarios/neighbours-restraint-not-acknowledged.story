Story: It cannot be acknowledged, and why is said
Given ../../models/neighbours.md
Case acknowledgement between stating arland and acknowledging belmark

At 2026-06-01 08:00
  stating.liaison takes state
  acknowledging.liaison takes say-why-not
  state is not-acknowledged
