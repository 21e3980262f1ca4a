Story: After an answer it is recognised, and lifted upon a challenge
Given ../../models/justice.md
Case freezing between issuing caldera and executing arland

At 2026-03-02 10:00
  issuing.prosecutor takes order with offence = "corruption"
  issuing.validating-judge takes validate
  executing.judge takes consult
  issuing.prosecutor takes reply
  executing.judge takes recognise
  executing.asset-office takes execute
  executing.asset-office is refused lift because wrong-role (Article 15)
  executing.judge takes lift
  state is lifted
