Story: Flour in the market: established, and brought back
Given ../../../models/access.md
Case diversion between reporting lantern and inquiring court and concerned highland-council

At 2027-01-25 10:00
  reporting.caseworker takes report with goods = "food" and amount = {"unit": "kg", "value": "2600"} and report = "Fifty-two sacks with our stamp were sold in the market above the clinic on 22 and 23 January." and source = "A baker who bought three of them"
  reporting.caseworker takes seal
  destroyed: source

At 2027-02-09 10:00
  inquiring.inquirer takes look-into as idris.vane with reasons = "Three sacks were seen; their numbers are of the convoy of 19 January."

At 2027-02-22 10:00
  inquiring.inquirer takes establish as sofia.drell with established = "The keeper of the store sold 52 sacks at night. Nobody in command took a share, as far as can be known." and reasons = "His book, the numbers and two buyers agree."

At 2027-03-01 10:00
  inquiring.inquirer takes inform as sofia.drell with told = "The keeper was told what was established and how to complain."

At 2027-03-10 10:00
  concerned.liaison takes mend with returned = {"unit": "kg", "value": "2450"}
  state is mended
