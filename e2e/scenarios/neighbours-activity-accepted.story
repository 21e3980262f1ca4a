Story: An early beginning of a smaller activity is accepted
Given ../../models/neighbours.md
Case activity between notifying arland and watching belmark and neutral secretariat

At 2026-04-01 10:00
  notifying.verification-officer takes notify with troops = 3000 and tanks = 0 and guns = 0
  notifying.verification-officer takes begin-early on the ground "necessity"
  notifying.verification-officer is refused accept-early because wrong-side (Article 4)
  watching.liaison takes accept-early
  state is begun
