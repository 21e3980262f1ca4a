Story: Nothing was found, and the source is destroyed
Given ../../models/access.md
Case diversion between reporting waterbearers and inquiring court and concerned lantern

At 2026-03-02 08:00
  reporting.caseworker takes report with source = "a clerk"
  inquiring.inquirer takes seal-too
  destroyed: source
  inquiring.inquirer takes drop
  state is dropped
  concerned.liaison sees nothing
