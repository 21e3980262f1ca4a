Story: Needs and plan of the winter
Given ../../../models/access.md
Case allocation between planning secretariat and verifying ombuds and delivering lantern and told highland-council

At 2027-01-05 10:00
  planning.coordinator takes state-needs with site = "Ridge Road, last stop" and women = 842 and older_women = 198 and men = 581 and older_men = 119 and girls = 452 and young_girls = 203 and boys = 442 and young_boys = 218 and disability = 318

At 2027-01-08 10:00
  planning.coordinator takes plan with goods = "shelter" and planned = {"unit": "kg", "value": "21000"}

At 2027-01-13 10:01
  state is adopted

At 2027-02-04 15:00
  delivering.leader takes bring with delivered = {"unit": "kg", "value": "21000"}

At 2027-02-08 10:00
  verifying.verifier takes confirm
  state is delivered
