Story: No supervisor looks, and the traveller is checked as if there were no machine
Given ../../models/border.md
Case scan between checking belmark

At 2026-05-04 10:00
  checking.officer takes capture
  checking.officer takes compare with outcome = "cannot be said"
  checking.officer takes refer
After PT30M
  checking.supervisor may find-other, find-same
After PT1S
  state is by-hand
  clock by-eye has lapsed
