Story: Both leave the phase as it is
Given ../../models/justice.md
Case stage between one belmark and two arland

At 2026-11-02 10:00
  one.liaison takes open
  one.liaison takes close
  two.liaison takes close
  state is closed
