Story: Money for assistance is pledged and paid
Given ../../models/border.md
Case contribution between giving belmark and other arland and keeping secretariat

At 2026-03-02 09:00
  giving.liaison takes pledge-assistance with sum = {"currency": "XTS", "value": "50000.00"}
  giving.liaison takes pay-assistance with sum = {"currency": "XTS", "value": "50000.00"}
  state is paid
