Story: What was established is acknowledged
Given ../../models/access.md
Case incident between claiming lantern and inquiring court and answering highland-council

At 2026-03-02 08:00
  claiming.liaison takes claim
  inquiring.inquirer takes corroborate as ada
  answering.liaison takes answer
  inquiring.inquirer takes establish as ben
  answering.liaison takes acknowledge
  state is acknowledged
