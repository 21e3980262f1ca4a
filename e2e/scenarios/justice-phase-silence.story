Story: Nobody decided about the phase
Given ../../models/justice.md
Case stage between one arland and two belmark

At 2026-11-02 10:00
  one.liaison takes open
At 2027-01-01 10:01
  clock deciding has lapsed
  state is closed
