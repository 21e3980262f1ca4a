Story: A law that takes longer than a year
Given ../../../models/border.md
Case baseline between assessed belmark and other arland and verifying secretariat

At 2026-04-14 10:00
  assessed.liaison takes state with law = "large gap" and technology = "none" and data = "small gap" and gaps = "No Act lets a judge open a passenger entry by day and night. Lists are sent on paper at weekends."

At 2026-06-09 10:00
  assessed.liaison takes plan with plan = "A bill before the summer; a duty roster of judges; weekend lists by wire from September."

At 2027-06-10 10:00
  assessed.liaison takes explain with reasons = "The bill passed its second reading in May. The third is on the agenda for October; the roster of judges works without it."
  state is planned
