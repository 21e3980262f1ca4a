Story: A late call on which nobody speaks stands
Given ../../models/justice.md
Case pursuit between pursuing belmark and entered arland

At 2026-03-02 10:00
  pursuing.officer takes cross with child = false
  pursuing.officer takes call-late on the ground "necessity"
At 2026-03-09 10:01
  clock objection has lapsed
  state is called
At 2026-03-09 16:02
  clock pursuit has lapsed
  state is stopped
