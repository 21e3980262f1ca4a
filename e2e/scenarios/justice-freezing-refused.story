Story: Consultation comes before refusal, within a day
Given ../../models/justice.md
Case freezing between issuing arland and executing caldera

At 2026-03-02 10:00
  issuing.prosecutor takes order
  issuing.validating-judge takes validate
  executing.judge is refused refuse because wrong-state (Article 15)
  executing.judge takes consult
At 2026-03-03 10:00
  clock consultation runs
At 2026-03-03 10:01
  clock consultation has lapsed
  executing.judge takes refuse on the ground "rights acquired in good faith"
  state is refused
