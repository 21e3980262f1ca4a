Story: What nobody validated goes nowhere
Given ../../models/justice.md
Case evidence between issuing belmark and executing caldera

At 2026-03-02 10:00
  issuing.prosecutor takes issue
At 2026-03-12 10:01
  clock validation has lapsed
  state is not-validated
  issuing.validating-judge is refused validate because clock-lapsed (Article 9)
  executing.judge sees offence
