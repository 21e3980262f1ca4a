Story: A meeting that agrees on nothing is closed
Given ../../models/neighbours.md
Case phase-review between convening secretariat and one arland and two caldera and three belmark

At 2027-02-01 08:00
  convening.watch-officer takes open
After P61D
  clock meeting has lapsed
  state is closed
