Story: Belmark asks for a year more, and then for another, and for no third
Given ../../models/neighbours.md
Case clearance-term between clearing belmark and one arland and two caldera

At 2026-03-10 10:00
  clearing.liaison takes open with areas = 14
  role.watch-officer sees areas
  role.customs-officer sees nothing
At 2029-12-01 10:00
  clearing.liaison takes ask with areas = 3 and why = "The river has moved the mines." and plan = "Two teams from spring to autumn." and means = "The fund, and eight dogs."
  one.demining-officer is refused grant because wrong-role (Article 10)
  clearing.liaison takes grant
  one.liaison takes grant
  state is asked
  one.liaison is refused grant because quorum-twice (Article 10)
  two.liaison takes grant
  state is open
  clock clearance ends 2031-03-10 10:00
At 2030-12-01 10:00
  clearing.liaison takes ask
  clearing.liaison takes grant
  one.liaison takes grant
  two.liaison takes grant
  clock clearance ends 2032-03-10 10:00
At 2031-12-01 10:00
  clearing.liaison takes ask
  clearing.liaison is refused grant because condition-unmet (Article 10)
  one.liaison is refused grant because condition-unmet (Article 10)
