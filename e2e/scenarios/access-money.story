Story: Relief is released as soon as it is paid, accounted for late and with reasons, and audited
Given ../../models/access.md
Case instalment between paying arland and keeping secretariat and spending lantern and auditing court

At 2026-03-02 08:00
  paying.liaison takes pledge with window = "relief" and amount = {"currency": "EUR", "value": "500000.00"}
  clock payment ends 2026-04-01 08:00
After P31D
  clock payment has lapsed
  paying.liaison takes pay
  effects: pays relief
  keeping.treasurer is refused refuse-release on the ground "somebody there stands on a list" because ground-unknown (Article 18)
  keeping.treasurer is refused release-recovery because condition-unmet (Article 18)
  paying.liaison is refused release-relief because wrong-side (Article 18)
  keeping.treasurer takes release-relief
  effects: pays relief
  clock account ends 2026-07-01 08:00
  spending.caseworker is refused account with recipients = "Ada Arling" because field-unknown (Article 18)
After P90DT1S
  clock account ends 2026-07-31 08:00
  spending.caseworker takes explain
After P30D
  clock account has lapsed
  spending.caseworker takes account with spent = {"currency": "EUR", "value": "480000.00"}
  clock audit ends 2026-09-29 08:00:01
  keeping.treasurer is refused audit because wrong-side (Article 18)
After P61D
  clock audit has lapsed
  auditing.auditor takes object
  spending.caseworker takes pay-back
  state is returned
