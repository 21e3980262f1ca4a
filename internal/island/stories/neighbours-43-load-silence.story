Story: Nobody looks for four hours: the fish goes on, with duty to be stated
Given ../../../models/neighbours.md
Case load between receiving caldera and sending free-city

At 2027-03-18 08:00
  sending.customs-officer takes lodge with trader_number = "LP-F-0007" and load_goods = "food" and spoils = true and sealed = true and share_made = 100 and value = {"currency": "EUR", "value": "1350.00"}
At 2027-03-18 14:00
  state is released-duty
  receiving.customs-officer takes state-duty with duty = {"currency": "EUR", "value": "0.00"} and reasons = "Fish that was landed on the island owes nothing; the officer was at a funeral and nobody took her place."
