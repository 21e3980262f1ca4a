Story: What nobody reports is closed as unreported
Given ../../models/neighbours.md
Case patrol between scheduling arland and joining belmark and neutral secretariat

At 2026-06-01 09:00
  scheduling.commander takes schedule
  joining.commander takes clear
  scheduling.commander takes start
  joining.commander takes start
  joining.commander takes return
After P8D
  state is minutes-apart
After P8D
  clock own-minutes has lapsed
  state is unreported
