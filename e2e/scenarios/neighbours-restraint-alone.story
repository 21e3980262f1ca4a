Story: A statement that nobody answers stands alone
Given ../../models/neighbours.md
Case acknowledgement between stating arland and acknowledging belmark

At 2026-06-01 08:00
  stating.liaison takes state
After P15D
  clock acknowledgement has lapsed
  state is alone
