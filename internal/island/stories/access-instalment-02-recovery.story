Story: Money for recovery waits for its milestone
Given ../../../models/access.md
Case instalment between paying caldera and keeping secretariat and spending waterbearers and auditing court

At 2026-06-01 10:00
  paying.liaison takes pledge with window = "recovery" and amount = {"currency": "EUR", "value": "900000.00"}

At 2026-06-29 10:00
  paying.liaison takes pay

At 2026-07-01 10:00
  keeping.treasurer takes refuse-release with reasons = "The water point on the Ridge Road is stated, and nobody has verified it yet." on the ground "the milestone is not verified"
  state is paid

At 2026-07-27 10:00
  keeping.treasurer takes release-recovery

At 2026-10-22 10:00
  spending.caseworker takes account-recovery with spent = {"currency": "EUR", "value": "871900.00"} and account = "4.1 kilometres of pipe, two pumps, nine taps, and the wages of 31 people of the place."

At 2026-12-10 10:00
  auditing.auditor takes object with audit = "18,000 for a lorry that was hired and stood." and reasons = "The log of the lorry shows no journey in September."

At 2027-01-14 10:00
  spending.caseworker takes pay-back with returned = {"currency": "EUR", "value": "18000.00"}
  state is returned
