Story: A judge upholds what was frozen at once
Given ../../models/justice.md
Case freezing between issuing arland and executing caldera

At 2026-03-02 10:00
  issuing.prosecutor takes order
  issuing.validating-judge takes validate
  executing.asset-office takes freeze-at-once
  issuing.validating-judge is refused uphold because wrong-side (Article 15)
  executing.judge takes uphold
  executing.asset-office takes note-upheld
  state is frozen
