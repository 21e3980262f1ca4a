Story: The first test of the hotline
Given ../../../models/neighbours.md
Case hotline-test between testing secretariat and tested belmark

At 2026-03-02 11:00
  testing.watch-officer takes test with words = "Test one. Read back: low water at the old mill."
At 2026-03-02 11:04
  tested.duty-officer takes answer with answer = "Low water at the old mill, and good morning from Dornau."
  state is answered
