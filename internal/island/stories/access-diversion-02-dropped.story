Story: A rumour about fuel, and nothing behind it
Given ../../../models/access.md
Case diversion between reporting waterbearers and inquiring court and concerned caldera

At 2026-05-18 10:00
  reporting.caseworker takes report with goods = "fuel for relief" and amount = null and report = "It is said that the pumps' diesel goes into staff cars at the ford." and source = "A driver, by hearsay"

At 2026-06-18 10:00
  inquiring.inquirer takes explain as idris.vane with reasons = "The tank was sealed for the yearly check until 12 June and could not be measured."

At 2026-06-25 10:00
  inquiring.inquirer takes drop as idris.vane with reasons = "Delivered less used is what is in the tank, to within nine litres."
  inquiring.inquirer takes inform as idris.vane with told = "The head of the post was told that he was named, and that nothing was found."
  state is dropped
