Story: A permit that is not used gives its place back
Given ../../models/border.md
Case season between asking belmark and granting arland

At 2026-03-16 08:00
  asking.permit-officer takes apply
  granting.permit-officer takes grant given that quota:seasonal_work = 499
  effects: issues seasonal-permit, uses seasonal_work
  clock use ends 2026-05-15 08:00
After P60D
  granting.officer may enter
After PT1S
  state is given-back
  clock use has lapsed
