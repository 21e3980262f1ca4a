Story: A provisional line stays provisional for years, and the segment is disputed in the end
Given ../../models/neighbours.md
Case demarcation between asking arland and agreeing belmark and neutral secretariat

At 2026-04-01 08:00
  asking.liaison takes ask
  agreeing.liaison takes agree-to-open
  asking.surveyor takes survey
  agreeing.surveyor takes survey
After P91D
  clock hearing has lapsed
  state is surveyed
  neutral.filing-officer takes hear
  asking.liaison takes mark
  agreeing.liaison takes mark
After P25M
  clock review has lapsed
  state is provisional
  agreeing.liaison takes declare-disputed
  effects: opens dispute
  state is disputed
