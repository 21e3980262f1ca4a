Story: An alert of more than three days gets observers
Given ../../models/neighbours.md
Case activity between notifying arland and watching belmark and neutral secretariat

At 2026-04-01 10:00
  notifying.verification-officer takes notify-alert with troops = 6000 and tanks = 0 and guns = 0
After PT72H
  notifying.verification-officer may end
After PT1S
  clock alert has lapsed
  state is long-alert
  notifying.verification-officer takes invite-to-alert
  state is observed-alert
  notifying.verification-officer takes end
