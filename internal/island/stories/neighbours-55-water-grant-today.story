Story: Money for clean water below Karsh is paid and waits to be released
Given ../../../models/neighbours.md
Case water-grant between giving arland and receiving caldera and keeping secretariat

At 2027-06-14 10:00
  giving.liaison takes pledge as greta.nord with aim = "A settling basin below the tannery, as the May patrol showed that it is needed." and pledged = {"currency": "EUR", "value": "64000.00"}
At 2027-08-25 11:00
  giving.liaison takes pay as greta.nord with paid = {"currency": "EUR", "value": "64000.00"}
  state is paid
