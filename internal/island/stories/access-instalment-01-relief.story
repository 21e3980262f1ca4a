Story: The first instalment for relief, spent and audited
Given ../../../models/access.md
Case instalment between paying arland and keeping secretariat and spending lantern and auditing court

At 2026-03-09 10:00
  paying.liaison takes pledge with window = "relief" and amount = {"currency": "EUR", "value": "600000.00"}

At 2026-03-30 10:00
  paying.liaison takes pay

At 2026-04-01 10:00
  keeping.treasurer takes release-relief

At 2026-06-24 10:00
  spending.caseworker takes account with spent = {"currency": "EUR", "value": "587400.00"} and account = "Flour and oil 402,100; transport 121,300; stores and guards 64,000. Twelve thousand six hundred are left."

At 2026-08-19 10:00
  auditing.auditor takes audit with audit = "Vouchers for every sum over 500 were seen; forty of the others were drawn. All are in order."
  state is audited
