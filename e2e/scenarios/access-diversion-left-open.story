Story: The second inquirer says that it is not established
Given ../../models/access.md
Case diversion between reporting waterbearers and inquiring court and concerned caldera

At 2026-03-02 08:00
  reporting.caseworker takes report
  inquiring.inquirer takes look-into as ada
  inquiring.inquirer is refused leave-open as ada because same-person (Article 17)
  inquiring.inquirer takes leave-open as ben
  state is not-established
