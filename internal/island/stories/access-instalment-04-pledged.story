Story: A pledge for recovery
Given ../../../models/access.md
Case instalment between paying caldera and keeping secretariat and spending waterbearers and auditing court

At 2027-08-16 10:00
  paying.liaison takes pledge with window = "recovery" and amount = {"currency": "EUR", "value": "250000.00"}
  clock payment ends 2027-09-15 10:00
  state is pledged
