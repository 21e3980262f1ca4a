Story: A statement is taken back before anybody answered
Given ../../models/neighbours.md
Case acknowledgement between stating arland and acknowledging belmark

At 2026-06-01 08:00
  stating.liaison takes state
  stating.liaison takes take-back
  state is taken-back
