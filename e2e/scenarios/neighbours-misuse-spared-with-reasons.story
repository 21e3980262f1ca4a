Story: Misuse is established, and the trader spared with reasons
Given ../../models/neighbours.md
Case misuse between alleging belmark and registering arland

At 2026-05-01 08:00
  alleging.customs-officer takes allege
  registering.judge takes admit
  registering.customs-officer takes hear
  registering.judge takes establish
  registering.customs-officer is refused spare with reasons = null because reasons-missing (Article 12)
  registering.customs-officer takes spare
  effects: nothing
