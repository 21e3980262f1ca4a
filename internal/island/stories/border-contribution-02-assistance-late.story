Story: Belmark pays for assistance to victims, three weeks late
Given ../../../models/border.md
Case contribution between giving belmark and other arland and keeping secretariat

At 2026-04-08 10:00
  giving.liaison takes pledge-assistance with sum = {"currency": "XTS", "value": "60000.00"}

At 2026-06-29 10:00
  clock payment has lapsed
  giving.liaison takes pay-assistance with sum = {"currency": "XTS", "value": "60000.00"}
  state is paid
