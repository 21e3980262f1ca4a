Story: An exercise notified forty-two days before, and observed
Given ../../../models/neighbours.md
Case activity between notifying arland and watching belmark and neutral secretariat

At 2026-07-06 09:30
  notifying.verification-officer takes notify with designation = "Autumn Field 2026, defence of a river line and supply at night" and troops = 6200 and tanks = 70 and guns = 44 and area_named = "Training ground west of Tavel, as far as Pass Road" and begins = "2026-09-07" and ends = "2026-09-16"
At 2026-07-08 10:00
  notifying.verification-officer takes invite
At 2026-09-07 08:00
  notifying.verification-officer takes begin-observed
At 2026-09-16 17:10
  notifying.verification-officer takes end
  state is ended
