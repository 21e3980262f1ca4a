Story: Frozen at once, and free again since no judge upheld it
Given ../../models/justice.md
Case freezing between issuing arland and executing belmark

At 2026-03-02 10:00
  issuing.prosecutor takes order
  issuing.validating-judge takes validate
  executing.asset-office takes freeze-at-once
  executing.asset-office is refused uphold because wrong-role (Article 15)
  clock review ends 2026-03-04 10:00
At 2026-03-04 10:01
  clock review has lapsed
  state is lifted
