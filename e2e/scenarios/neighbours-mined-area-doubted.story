Story: A finding of no ground is doubted by another officer
Given ../../models/neighbours.md
Case mined-area between clearing belmark and accepting caldera and neutral secretariat

At 2026-04-01 08:00
  clearing.demining-officer takes suspect
  clearing.demining-officer takes mark
  clearing.demining-officer takes find-no-ground as ada
  clearing.demining-officer takes doubt-no-ground as ben
  state is marked
