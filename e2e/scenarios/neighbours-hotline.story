Story: A test that is answered in fifteen minutes
Given ../../models/neighbours.md
Case hotline-test between testing secretariat and tested belmark

At 2026-03-09 03:00
  testing.watch-officer takes test
  clock answer ends 2026-03-09 03:15
After PT14M
  tested.duty-officer takes answer
  state is answered
