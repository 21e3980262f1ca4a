Story: A year and six months without a confiscation
Given ../../models/justice.md
Case freezing between issuing belmark and executing caldera

At 2026-03-02 10:00
  issuing.prosecutor takes order
  issuing.validating-judge takes validate
  executing.judge takes recognise
  executing.asset-office takes execute
At 2027-02-01 10:00
  issuing.validating-judge takes extend
At 2027-09-02 10:01
  clock confirmation has lapsed
  state is lifted
