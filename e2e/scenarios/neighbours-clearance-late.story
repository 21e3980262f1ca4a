Story: More time is not granted in sixty days, and what is not cleared is still owed
Given ../../models/neighbours.md
Case clearance-term between clearing caldera and one arland and two belmark

At 2026-03-10 10:00
  clearing.liaison takes open with areas = 5
At 2029-11-01 10:00
  clearing.liaison takes ask
  one.liaison takes grant
After P61D
  clock grant has lapsed
  state is open
  two.liaison is refused grant because clock-lapsed (Article 10)
  clearing.liaison may ask
  clearing.demining-officer may declare
At 2030-03-11 10:00
  clock clearance has lapsed
  clearing.demining-officer takes declare
  state is cleared
