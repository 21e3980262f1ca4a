Story: An early beginning is contested, and an explanation is asked for
Given ../../models/neighbours.md
Case activity between notifying arland and watching belmark and neutral secretariat

At 2026-04-01 10:00
  notifying.verification-officer takes notify with troops = 3000 and tanks = 0 and guns = 0
After P2D
  notifying.verification-officer takes begin-early on the ground "necessity"
  watching.liaison takes contest-early with reasons = "There was no flood."
  effects: opens unusual-activity
  state is contested
