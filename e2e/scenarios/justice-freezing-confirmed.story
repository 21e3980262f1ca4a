Story: Recognised late, told, eased, limited and insisted on, and confirmed
Given ../../models/justice.md
Case freezing between issuing arland and executing belmark

At 2026-03-02 10:00
  issuing.prosecutor takes order
  issuing.validating-judge takes validate
At 2026-03-04 10:01
  clock recognition has lapsed
  executing.judge takes recognise
At 2026-03-06 10:02
  clock execution has lapsed
  executing.asset-office takes execute
  executing.judge takes defer
  executing.asset-office takes tell
  executing.judge takes release-needs with needs = "Rent and medicine"
  executing.judge takes ask-limit
  issuing.validating-judge takes insist
  issuing.validating-judge takes confirm
  effects: opens restitution
  state is confirmed
