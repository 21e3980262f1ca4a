Story: Silence is no consent, and forty-five days are one
Given ../../models/justice.md
Case speciality between holding arland and surrendering belmark and defence secretariat

At 2026-03-02 10:00
  holding.prosecutor takes ask
At 2026-04-01 10:01
  clock decision has lapsed
  state is asked
  holding.officer is refused tell-open because wrong-state (Article 13)
  defence.person takes renounce
  surrendering.judge takes not-record
  holding.validating-judge takes set-free
At 2026-05-16 10:02
  clock stay has lapsed
  state is open
  holding.officer takes tell-open
  state is told-open
