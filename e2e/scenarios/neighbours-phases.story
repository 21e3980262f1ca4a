Story: The zone is closed by more than half, when many incidents stay apart
Given ../../models/neighbours.md
Case phase-review between convening secretariat and one arland and two caldera and three belmark

At 2027-02-01 08:00
  convening.watch-officer takes open
  role.envoy takes speak
  one.liaison is refused close-zone given that indicator:incidents-unreconciled = 9 because condition-unmet (Article 19)
  one.liaison takes close-zone given that indicator:incidents-unreconciled = 11
  state is open
  two.liaison takes close-zone given that indicator:incidents-unreconciled = 11
  state is open
  two.liaison is refused close-zone given that indicator:incidents-unreconciled = 11 because quorum-twice (Article 19)
  three.liaison takes close-zone given that indicator:incidents-unreconciled = 11
  effects: begins zone-closed
  state is zone-closed
