Story: An established misuse that nobody acts upon is spared
Given ../../models/neighbours.md
Case misuse between alleging belmark and registering arland

At 2026-05-01 08:00
  alleging.customs-officer takes allege
  registering.judge takes admit
  registering.customs-officer takes hear
  registering.judge takes establish
After P31D
  clock acting has lapsed
  state is spared
