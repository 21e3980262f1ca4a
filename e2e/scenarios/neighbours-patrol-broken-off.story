Story: Either side breaks a patrol off, and says nothing about why
Given ../../models/neighbours.md
Case patrol between scheduling arland and joining belmark and neutral secretariat

At 2026-06-01 09:00
  scheduling.commander takes schedule
  joining.commander takes clear
  scheduling.commander takes start
  joining.commander takes start
  joining.commander takes break-off
  state is broken-off
  joining.liaison sees aim, kind, route
