Story: Refusal comes after consultation, on a ground of the list
Given ../../models/justice.md
Case evidence between issuing arland and executing caldera

At 2026-03-02 10:00
  issuing.prosecutor takes issue with offence = "political"
  issuing.validating-judge takes validate
  executing.judge is refused recognise because condition-unmet (Article 9)
  executing.judge is refused refuse because wrong-state (Article 9)
  executing.judge takes consult
At 2026-03-12 10:01
  clock consultation has lapsed
  state is consulted
  executing.judge is refused refuse on the ground "too far" because ground-unknown (Article 9)
  executing.judge takes refuse on the ground "not punishable in both"
  state is refused
