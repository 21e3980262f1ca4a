Story: The money of the roofs is found, by two people
Given ../../../models/justice.md
Case tracing between asking arland and asked caldera

At 2026-05-04 10:00
  asking.asset-office takes ask as kjell.bro with offence = "fraud" and facts = "Forty pensioners paid 212,000 euros for roofs in 2025." and account = "XA account ending in 8812" and amount = {"currency": "EUR", "value": "212000.00"} and kind = "transfer"
At 2026-05-07 14:00
  asked.asset-office takes analyse as bento.rivalde with holder = "Konrad Eppler" and ledger = "Forty payments in, nine transfers on, the last to a savings account at Castrel" and certainty = "certain" and hops = 2 and mixed = false and explained = false and reasons = "Amounts and days agree to the cent."
At 2026-05-08 11:00
  asked.asset-office takes verify as amaya.cortuel with reasons = "Computed again from the bank's own file, with the same end."
At 2026-07-20 10:00
  asking.asset-office takes tell as kjell.bro with told = "That his account was traced, what was found, and where he may complain."
  state is told
