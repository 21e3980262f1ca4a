Story: Money is pledged late, released by the Fund manager, and accounted for late
Given ../../models/neighbours.md
Case water-grant between giving caldera and receiving belmark and keeping secretariat

At 2026-05-10 08:00
  giving.liaison takes pledge with pledged = {"currency": "EUR", "value": "1000"}
After P91D
  clock payment has lapsed
  giving.liaison takes pay with paid = {"currency": "EUR", "value": "1000"}
  receiving.liaison is refused release because wrong-side (Article 17)
  keeping.fund-manager takes release with released = {"currency": "EUR", "value": "1000"}
After P181D
  clock account has lapsed
  receiving.liaison takes account with spent = {"currency": "EUR", "value": "900"}
  receiving.liaison takes return with returned = {"currency": "EUR", "value": "100"}
  keeping.fund-manager takes close
  state is closed
