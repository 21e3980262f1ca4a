Story: Silence accredits nobody
Given ../../models/justice.md
Case posting between sending caldera and host arland

At 2026-03-02 10:00
  sending.liaison takes propose
At 2026-04-01 10:01
  clock acceptance has lapsed
  state is declined
