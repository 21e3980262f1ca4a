Story: Misuse is alleged, the trader is heard, and the registration revoked
Given ../../models/neighbours.md
Case misuse between alleging belmark and registering arland

At 2026-05-01 08:00
  alleging.customs-officer takes allege
  registering.customs-officer is refused revoke because wrong-state (Article 12)
After P31D
  clock judge has lapsed
  state is alleged
  registering.judge takes admit
After P15D
  clock hearing has lapsed
  state is heard
After P31D
  clock establishing has lapsed
  state is heard
  alleging.judge is refused establish because wrong-side (Article 12)
  registering.judge takes establish
  registering.customs-officer takes revoke
  effects: revokes zone-trader
  registering.customs-officer takes tell
