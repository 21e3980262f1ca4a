Story: No judge validated a freezing order in a day
Given ../../models/justice.md
Case freezing between issuing arland and executing caldera

At 2026-03-02 10:00
  issuing.prosecutor takes order
At 2026-03-03 10:01
  clock validation has lapsed
  state is not-validated
  executing.asset-office is refused freeze-at-once because wrong-state (Article 15)
