Story: A pledge for the second half of the works
Given ../../../models/border.md
Case contribution between giving belmark and other arland and keeping secretariat

At 2027-07-20 10:00
  giving.liaison takes pledge-works with sum = {"currency": "XTS", "value": "350000.00"}
  clock payment ends 2027-09-18 10:00
  state is pledged-works
