Story: Six weeks without an answer free the property
Given ../../models/justice.md
Case freezing between issuing belmark and executing caldera

At 2026-03-02 10:00
  issuing.prosecutor takes order
  issuing.validating-judge takes validate
  executing.judge takes recognise
  executing.asset-office takes execute
  executing.judge takes ask-limit
  clock limit ends 2026-04-13 10:00
At 2026-04-13 10:01
  clock limit has lapsed
  state is lifted
