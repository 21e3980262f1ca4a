Story: A provisional line is reviewed by both, and marked anew
Given ../../models/neighbours.md
Case demarcation between asking arland and agreeing belmark and neutral secretariat

At 2026-04-01 08:00
  asking.liaison takes ask
  agreeing.liaison takes agree-to-open
  asking.surveyor takes survey
  agreeing.surveyor takes survey
  neutral.filing-officer takes hear
  asking.liaison takes mark
  agreeing.liaison takes mark
After P1Y
  asking.liaison takes review
  state is provisional
  agreeing.liaison takes review
  state is heard
