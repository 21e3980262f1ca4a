Story: A judge who is silent frees
Given ../../models/justice.md
Case pursuit between pursuing arland and entered belmark

At 2026-03-02 10:00
  pursuing.officer takes cross with child = false
  pursuing.officer takes call
  pursuing.officer takes hold
  entered.officer takes take-over
At 2026-03-04 10:01
  clock judge has lapsed
  state is freed
