Story: Evidence without the formalities is contested and destroyed
Given ../../models/justice.md
Case evidence between issuing arland and executing belmark

At 2026-03-02 10:00
  issuing.prosecutor takes issue
  issuing.validating-judge takes validate
  executing.judge takes recognise
  executing.prosecutor is refused execute-otherwise on the ground "haste" because ground-unknown (Article 9)
  executing.prosecutor takes execute-otherwise with defect = "No interpreter" on the ground "defective"
  state is irregular
  issuing.prosecutor takes contest
  state is excluded
  destroyed: evidence
