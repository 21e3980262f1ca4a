Story: Counts of January 2027: they differ, and it is explained
Given ../../../models/access.md
Case counts between opening secretariat and bringing lantern and controlling highland-council

At 2027-02-01 09:00
  opening.coordinator takes open with month = "2027-01-01" and offloaded = 118

At 2027-02-03 10:00
  bringing.liaison takes count-first with collected = 118 and arrived = 112
  controlling.liaison takes control with passed = 118 and kept_back = 0

At 2027-02-04 09:30
  opening.coordinator takes differ

At 2027-02-04 15:00
  bringing.liaison takes explain with explanation = "Six pallets were counted twice on the way out: 52 sacks of them came to light in the market."
  state is explained
