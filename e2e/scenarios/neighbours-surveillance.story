Story: Samples are taken, the team is long away, and the minutes stay apart
Given ../../models/neighbours.md
Case patrol between scheduling arland and joining belmark and neutral secretariat

At 2026-06-01 09:00
  scheduling.commander takes schedule with kind = "environmental surveillance"
  joining.commander takes clear
  scheduling.commander takes start
  joining.commander takes start
  joining.commander takes measure with beyond = true
After P31D
  clock returning has lapsed
  state is under-way
  neutral.joint-commander may break-off
  joining.commander takes return
After P8D
  clock minutes has lapsed
  state is minutes-apart
  joining.commander takes own-minutes
  scheduling.commander takes own-minutes
  neutral.joint-commander takes close
  state is reported
