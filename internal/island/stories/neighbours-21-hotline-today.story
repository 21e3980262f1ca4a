Story: Today's test is on its way
Given ../../../models/neighbours.md
Case hotline-test between testing secretariat and tested free-city

At 2027-09-01 08:52
  testing.watch-officer takes test with words = "Test seventy-nine. Read back: the ferry leaves at noon."
