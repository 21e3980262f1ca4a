Story: The Party that ordered gives the freezing up
Given ../../models/justice.md
Case freezing between issuing caldera and executing arland

At 2026-03-02 10:00
  issuing.prosecutor takes order
  issuing.validating-judge takes validate
  executing.judge takes recognise
  executing.asset-office takes execute
  issuing.validating-judge takes give-up
  state is lifted
