Story: A worker comes for the harvest, changes the farm, and goes home
Given ../../../models/border.md
Case season between asking belmark and granting arland

At 2026-05-11 09:00
  asking.permit-officer takes apply with number = "S-2026-0117" and worker = "Theres Kallin" and work = "harvest" and employer = "Granvik farm, Tavel" and wage = {"currency": "XTS", "value": "14.20"}

At 2026-05-20 10:00
  granting.permit-officer takes grant

At 2026-06-08 07:30
  granting.officer takes enter as mira.tol

At 2026-07-20 15:00
  granting.labour-inspector takes change-employer with new_employer = "Orchard by the ford, Tavel; the lodging at Granvik was not fit to sleep in"

At 2026-10-16 16:40
  asking.officer takes return as lev.brandt
  state is returned
