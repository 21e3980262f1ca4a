Story: Postponed for an inquiry, too long, and taken up again
Given ../../models/justice.md
Case evidence between issuing belmark and executing arland

At 2026-03-02 10:00
  issuing.prosecutor takes issue
  issuing.validating-judge takes validate
  executing.judge takes recognise
  executing.judge takes postpone on the ground "an inquiry here would be prejudiced"
At 2026-06-01 10:01
  executing.prosecutor takes explain-postponement
At 2026-07-02 10:02
  clock postponement has lapsed
  executing.prosecutor takes take-up
  issuing.prosecutor takes withdraw
  state is withdrawn
