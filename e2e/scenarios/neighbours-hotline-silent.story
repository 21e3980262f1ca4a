Story: A test that nobody answers counts as silent
Given ../../models/neighbours.md
Case hotline-test between testing secretariat and tested arland

At 2026-03-09 03:00
  testing.watch-officer takes test
After PT16M
  clock answer has lapsed
  state is silent
  tested.duty-officer is refused answer because clock-lapsed (Article 6)
