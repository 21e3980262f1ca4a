Story: A test of the hotline, answered at once
Given ../../../models/neighbours.md
Case hotline-test between testing secretariat and tested caldera

At 2027-08-17 07:40
  testing.watch-officer takes test with words = "Test seventy-seven. Read back: apples at the pass."
At 2027-08-17 07:41
  tested.duty-officer takes answer with answer = "Apples at the pass. Is it always at breakfast?"
  state is answered
