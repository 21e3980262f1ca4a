Story: No ground for a suspicion, when another confirms it
Given ../../models/neighbours.md
Case mined-area between clearing belmark and accepting caldera and neutral secretariat

At 2026-04-01 08:00
  clearing.demining-officer takes suspect
  clearing.demining-officer takes mark
  clearing.demining-officer takes find-no-ground as ada
  clearing.demining-officer is refused confirm-no-ground as ada because same-person (Article 10)
  clearing.demining-officer takes confirm-no-ground as ben
  state is not-mined
