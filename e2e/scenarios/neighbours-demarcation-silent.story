Story: Silence opens nothing
Given ../../models/neighbours.md
Case demarcation between asking arland and agreeing belmark and neutral secretariat

At 2026-04-01 08:00
  asking.liaison takes ask
After P31D
  clock opening has lapsed
  state is not-opened
