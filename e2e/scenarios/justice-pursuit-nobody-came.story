Story: Nobody came for the person in two hours, who is free and is told of the remedy
Given ../../models/justice.md
Case pursuit between pursuing arland and entered belmark

At 2026-03-02 10:00
  pursuing.officer takes cross with child = false
  pursuing.officer takes call
  pursuing.officer takes hold
At 2026-03-02 12:01
  clock handover has lapsed
  state is freed
  entered.officer takes tell
