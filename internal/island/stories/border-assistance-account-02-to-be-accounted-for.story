Story: Money for another, to be accounted for
Given ../../../models/border.md
Case assistance-account between assisting arland and keeping secretariat

At 2027-08-12 10:00
  assisting.case-worker takes ask with sum = {"currency": "XTS", "value": "9000.00"}

At 2027-08-19 11:00
  keeping.secretary takes release with sum = {"currency": "XTS", "value": "9000.00"}
  clock account ends 2027-11-17 11:00
  state is released
