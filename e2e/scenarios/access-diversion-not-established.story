Story: What the second inquirer does not decide is not established, and nobody has lost anything
Given ../../models/access.md
Case diversion between reporting caldera and inquiring court and concerned waterbearers

At 2026-03-02 08:00
  reporting.checkpoint takes report
  inquiring.inquirer takes look-into as ada
  concerned.liaison sees nothing
After P30DT1S
  clock decision has lapsed
  state is not-established
  concerned.liaison may nothing
