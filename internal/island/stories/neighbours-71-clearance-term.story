Story: Arland's four years to clear its ground begin
Given ../../../models/neighbours.md
Case clearance-term between clearing arland and one belmark and two caldera

At 2026-03-11 10:00
  clearing.liaison takes open as greta.nord with areas = 2
  state is open
