Story: Six thousand troops begin with observers, and use nothing of the number for large activities
Given ../../models/neighbours.md
Case activity between notifying arland and watching belmark and neutral secretariat

At 2026-04-01 10:00
  notifying.verification-officer takes notify with troops = 6000 and tanks = 0 and guns = 0
  notifying.verification-officer takes invite
After P43D
  notifying.verification-officer is refused begin-large because condition-unmet (Article 4)
  notifying.verification-officer takes begin-observed
  effects: nothing
  state is begun
