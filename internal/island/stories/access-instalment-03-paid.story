Story: The instalment of the winter is paid, and waits for the treasurer
Given ../../../models/access.md
Case instalment between paying arland and keeping secretariat and spending lantern and auditing court

At 2027-08-09 10:00
  paying.liaison takes pledge with window = "relief" and amount = {"currency": "EUR", "value": "450000.00"}

At 2027-08-31 11:00
  paying.liaison takes pay
  state is paid
