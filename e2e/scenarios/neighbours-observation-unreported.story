Story: Observers who report nothing close nothing: the observation is over without a report
Given ../../models/neighbours.md
Case observation between host arland and observing caldera

At 2026-04-01 10:00
  host.verification-officer takes invite
  observing.verification-officer takes accept with observers = 1
  host.escort takes brief
After P15D
  clock report has lapsed
  state is over
