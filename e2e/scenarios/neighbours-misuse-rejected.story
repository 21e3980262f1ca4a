Story: An allegation that is not proved ends there
Given ../../models/neighbours.md
Case misuse between alleging belmark and registering arland

At 2026-05-01 08:00
  alleging.customs-officer takes allege
  registering.judge takes admit
  registering.customs-officer takes hear
  registering.judge takes reject
  state is rejected
