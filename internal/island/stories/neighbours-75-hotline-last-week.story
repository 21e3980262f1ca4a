Story: A test of the hotline, answered at the last minute
Given ../../../models/neighbours.md
Case hotline-test between testing secretariat and tested belmark

At 2027-08-24 16:05
  testing.watch-officer takes test with words = "Test seventy-eight. Read back: both lanes are open."
At 2027-08-24 16:19
  tested.duty-officer takes answer with answer = "Both lanes are open. The relief came late."
  state is answered
