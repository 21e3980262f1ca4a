Story: A team that does not gather does not go
Given ../../models/neighbours.md
Case patrol between scheduling arland and joining belmark and neutral secretariat

At 2026-06-01 09:00
  scheduling.commander takes schedule
  joining.commander takes clear
  scheduling.commander takes start
After P3D
  clock gathering has lapsed
  state is not-cleared
