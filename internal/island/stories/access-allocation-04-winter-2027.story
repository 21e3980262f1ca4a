Story: Needs and plan of the winter
Given ../../../models/access.md
Case allocation between planning secretariat and verifying ombuds and delivering lantern and told highland-council

At 2027-01-05 10:00
  planning.coordinator takes state-needs with site = "Ridge Road, last stop" and women = 1040 and men = 700 and girls = 655 and boys = 660 and disability = 318

At 2027-01-08 10:00
  planning.coordinator takes plan with goods = "shelter" and planned = {"unit": "kg", "value": "21000"}

At 2027-01-13 10:01
  state is adopted

At 2027-02-04 15:00
  delivering.leader takes bring with delivered = {"unit": "kg", "value": "21000"}

At 2027-02-08 10:00
  verifying.verifier takes confirm
  state is delivered
