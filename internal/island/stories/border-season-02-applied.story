Story: An application for the vintage
Given ../../../models/border.md
Case season between asking arland and granting belmark

At 2027-08-23 10:30
  asking.permit-officer takes apply with number = "S-2027-0204" and worker = "Marit Elvness" and work = "harvest" and employer = "Vineyard Hollerberg, Quell" and wage = {"currency": "XTS", "value": "14.80"}
  clock decision ends 2027-09-07 10:30
  state is applied
