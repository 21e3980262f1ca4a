Story: A change is asked for and not made
Given ../../models/neighbours.md
Case patrol between scheduling arland and joining belmark and neutral secretariat

At 2026-06-01 09:00
  scheduling.commander takes schedule
  joining.commander takes ask-change with reasons = "Our unit trains there."
  scheduling.commander takes reschedule
  state is scheduled
  joining.commander takes ask-change
After P4D
  clock changing has lapsed
  state is not-cleared
