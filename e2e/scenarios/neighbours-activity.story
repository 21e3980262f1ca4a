Story: Three thousand troops are notified forty-two days ahead, changed, and begin
Given ../../models/neighbours.md
Case activity between notifying arland and watching belmark and neutral secretariat

At 2026-04-01 10:00
  notifying.verification-officer is refused notify with troops = 2999 and tanks = 59 and guns = 39 because condition-unmet (Article 4)
  notifying.verification-officer takes notify with troops = 3000 and tanks = 0 and guns = 0
  clock notice ends 2026-05-13 10:00
  watching.inspector sees area_named, begins, designation, ends, guns, tanks, troops
  watching.commander sees nothing
After P40D
  notifying.verification-officer takes change with troops = 3500 and tanks = 0 and guns = 0 and reasons = "The river is high."
  state is changed
  notifying.verification-officer is refused begin because wrong-state (Article 4)
After P1D
  notifying.verification-officer takes change-again with troops = 3500 and tanks = 0 and guns = 0
  state is notified
After P43D
  clock notice has lapsed
  state is ready
  notifying.verification-officer takes change with troops = 3600 and tanks = 0 and guns = 0
After P43D
  clock notice-anew has lapsed
  state is ready
  notifying.verification-officer takes begin
After P5D
  notifying.verification-officer takes end
  state is ended
