Story: Saltmere clears its two areas in time, and says so
Given ../../models/neighbours.md
Case clearance-term between clearing free-city and one arland and two belmark

At 2026-03-05 10:00
  clearing.liaison takes open with areas = 2
  one.demining-officer is refused declare because wrong-side (Article 10)
At 2028-05-05 10:00
  clearing.demining-officer takes declare
  state is cleared
  clearing.liaison is refused ask because wrong-state (Article 10)
