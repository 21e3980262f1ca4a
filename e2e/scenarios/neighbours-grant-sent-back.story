Story: An account is not enough
Given ../../models/neighbours.md
Case clearance-grant between giving caldera and receiving belmark and keeping secretariat

At 2026-05-10 08:00
  giving.liaison takes pledge with pledged = {"currency": "EUR", "value": "1000"}
  giving.liaison takes pay with paid = {"currency": "EUR", "value": "1000"}
  keeping.fund-manager takes release with released = {"currency": "EUR", "value": "1000"}
  receiving.liaison takes account with spent = {"currency": "EUR", "value": "400"}
  keeping.fund-manager takes send-back with reasons = "Six hundred are not accounted for."
  state is released
