Story: A test of the hotline, answered in three minutes
Given ../../../models/neighbours.md
Case hotline-test between testing secretariat and tested arland

At 2027-08-10 14:30
  testing.watch-officer takes test with words = "Test seventy-six. Read back: hay is in."
At 2027-08-10 14:33
  tested.duty-officer takes answer with answer = "Hay is in."
  state is answered
