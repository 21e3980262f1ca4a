Story: Six months are over, and ninety days
Given ../../models/border.md
Case season between asking belmark and granting arland

At 2026-04-01 08:00
  asking.permit-officer takes apply
  granting.permit-officer takes grant given that quota:seasonal_work = 0
  granting.permit-officer takes enter
  clock season ends 2026-10-01 08:00
At 2026-10-01 08:01
  state is overdue
  clock season has lapsed
  asking.permit-officer may return
At 2026-12-30 08:01
  state is not-returned
  clock return has lapsed
  asking.permit-officer may nothing
