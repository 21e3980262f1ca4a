Story: The time for an appeal is over, and nobody is handed over without the monitor
Given ../../../models/border.md
Case readmission between requesting arland and requested belmark and aid ombuds and court court

At 2027-07-27 09:00
  requesting.returns-officer takes request with person = "Alois Brennick" and identity = "Identity card B51108240, valid" and child_alone = false and link = "national"

At 2027-08-02 10:00
  requested.returns-officer takes identify with known = "its national"

At 2027-08-04 09:30
  requesting.protection-officer takes assess

At 2027-08-10 14:00
  requested.returns-officer takes accept

At 2027-08-17 10:00
  requesting.returns-officer takes order with order = "Return to Belmark. His ban on entry runs until 2028, and no ground against the return was found." and reasons = "A court set the ban in 2025; he was heard on 4 August and named no reason to fear the return."
  requesting.returns-officer takes tell with told = "The order in Belmarkish, the fourteen days for an appeal, and that a monitor will be there."

At 2027-08-31 10:01
  clock appeal has lapsed
  state is transferable
