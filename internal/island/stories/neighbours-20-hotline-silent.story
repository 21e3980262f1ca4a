Story: A test at night that nobody answers
Given ../../../models/neighbours.md
Case hotline-test between testing secretariat and tested caldera

At 2026-12-22 02:30
  testing.watch-officer takes test with words = "Test forty-three. Read back: snow on the pass road."
At 2026-12-22 02:46
  state is silent
