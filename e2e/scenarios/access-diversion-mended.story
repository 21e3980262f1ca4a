Story: What was diverted comes back to those for whom it was meant
Given ../../models/access.md
Case diversion between reporting highland-council and inquiring court and concerned waterbearers

At 2026-03-02 08:00
  reporting.checkpoint takes report with goods = "fuel for relief"
  inquiring.inquirer takes look-into as ada
  inquiring.inquirer takes establish as ben
  reporting.checkpoint is refused mend because wrong-side (Article 17)
  concerned.liaison takes mend
  state is mended
