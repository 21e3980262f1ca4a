Story: A large activity that may not begin without observers is called off
Given ../../models/neighbours.md
Case activity between notifying arland and watching belmark and neutral secretariat

At 2026-04-01 10:00
  notifying.verification-officer takes notify with troops = 6000 and tanks = 0 and guns = 0
After P43D
  notifying.verification-officer is refused begin because condition-unmet (Article 4)
  notifying.verification-officer takes call-off
  state is called-off
