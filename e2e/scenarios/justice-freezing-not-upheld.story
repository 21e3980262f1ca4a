Story: A judge does not uphold what was frozen at once
Given ../../models/justice.md
Case freezing between issuing caldera and executing arland

At 2026-03-02 10:00
  issuing.prosecutor takes order
  issuing.validating-judge takes validate
  executing.asset-office takes freeze-at-once
  executing.judge is refused not-uphold with reasons = null because reasons-missing (Article 15)
  executing.judge takes not-uphold
  state is lifted
