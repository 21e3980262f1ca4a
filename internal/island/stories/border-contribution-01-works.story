Story: Arland pledges and pays for a roof
Given ../../../models/border.md
Case contribution between giving arland and other belmark and keeping secretariat

At 2026-03-24 10:00
  giving.liaison takes pledge-works with sum = {"currency": "XTS", "value": "400000.00"}

At 2026-04-21 10:00
  giving.liaison takes pay-works with sum = {"currency": "XTS", "value": "400000.00"}
  state is paid
