Story: A cleared hit closes by itself
Given ../../models/justice.md
Case hit between checking belmark and holding arland

At 2026-03-02 10:00
  checking.officer takes open
  checking.officer takes compare as one with comparison = "cannot be said"
  checking.officer takes clear as two
At 2026-03-09 10:01
  clock reporting has lapsed
  state is closed
