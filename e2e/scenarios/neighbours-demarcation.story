Story: A segment is surveyed, those who live there are heard, and a line is agreed on
Given ../../models/neighbours.md
Case demarcation between asking arland and agreeing belmark and neutral secretariat

At 2026-04-01 08:00
  asking.liaison takes ask with segment_name = "Bel, from the mill to the ford"
  agreeing.liaison takes agree-to-open
  asking.surveyor takes survey
  state is surveying
  agreeing.surveyor takes survey
  asking.liaison is refused mark because wrong-state (Article 11)
  neutral.filing-officer takes hear
  asking.surveyor takes propose-line
  asking.liaison takes mark
  agreeing.liaison is refused mark with assessment_residents = {"fields": "no", "schools": "yes", "families": "no"} because condition-unmet (Article 11)
  agreeing.liaison takes mark
  state is provisional
After P30D
  agreeing.liaison takes agree
  state is provisional
  asking.liaison takes agree
  state is agreed
