Story: Twenty working days of silence accept what was taken otherwise
Given ../../models/justice.md
Case evidence between issuing arland and executing belmark

At 2026-03-02 10:00
  issuing.prosecutor takes issue
  issuing.validating-judge takes validate
  executing.judge takes recognise
  executing.prosecutor takes execute-otherwise on the ground "late"
  clock contesting ends 2026-03-30 10:00
At 2026-03-30 10:01
  clock contesting has lapsed
  state is executed
