Story: Silence is neither an admission nor an end: it is established all the same, and stands unacknowledged
Given ../../models/access.md
Case incident between claiming arland and inquiring court and answering caldera

At 2026-03-02 08:00
  claiming.liaison takes claim
  inquiring.inquirer takes corroborate as ada
  inquiring.inquirer takes seal-too as ada
  destroyed: source
After P14DT1S
  clock answer has lapsed
  state is no-answer
  answering.liaison may answer
  inquiring.inquirer takes establish as ben
After P30DT1S
  clock acknowledgement has lapsed
  state is unacknowledged
