Story: A survey that is not stated in a year has ended
Given ../../models/neighbours.md
Case demarcation between asking arland and agreeing belmark and neutral secretariat

At 2026-04-01 08:00
  asking.liaison takes ask
  agreeing.liaison takes agree-to-open
  asking.surveyor takes survey
After P13M
  clock surveying has lapsed
  state is not-opened
