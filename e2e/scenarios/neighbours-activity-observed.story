Story: A large activity has observers, and the fourth of the year does not begin
Given ../../models/neighbours.md
Case activity between notifying arland and watching belmark and neutral secretariat

At 2026-04-01 10:00
  notifying.verification-officer takes notify with troops = 9000 and tanks = 0 and guns = 0
  notifying.verification-officer takes invite
  effects: opens observation
After P43D
  clock notice-to-observers has lapsed
  state is ready-observed
  notifying.verification-officer is refused begin-observed because condition-unmet (Article 4)
  notifying.verification-officer is refused begin-large given that quota:large-activities = 3 because quota-used (Article 4)
  notifying.verification-officer takes begin-large given that quota:large-activities = 2
  effects: uses large-activities
