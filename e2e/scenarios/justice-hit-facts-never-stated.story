Story: No facts, no core data
Given ../../models/justice.md
Case hit between checking belmark and holding arland

At 2026-03-02 10:00
  checking.officer takes open
  checking.officer takes compare as one with comparison = "the same"
  checking.officer takes confirm as two
At 2026-03-09 10:01
  clock facts has lapsed
  state is dropped
  checking.officer is refused state-facts because clock-lapsed (Article 7)
