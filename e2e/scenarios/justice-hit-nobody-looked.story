Story: Nobody looked at a hit, and nothing is left of it
Given ../../models/justice.md
Case hit between checking caldera and holding arland

At 2026-03-02 10:00
  checking.officer takes open
  clock review ends 2026-03-03 10:00
At 2026-03-03 10:01
  clock review is sealed
At 2026-03-04 10:02
  clock review has lapsed
  state is lapsed
  destroyed: answer, asked
