Story: Needs and plan of the spring
Given ../../../models/access.md
Case allocation between planning secretariat and verifying ombuds and delivering waterbearers and told arland

At 2027-04-06 10:00
  planning.coordinator takes state-needs with site = "Pass Road, below Long Pass" and women = 251 and older_women = 59 and men = 232 and older_men = 48 and girls = 166 and young_girls = 74 and boys = 171 and young_boys = 84 and disability = 70

At 2027-04-08 10:00
  planning.coordinator takes plan with goods = "water" and planned = {"unit": "kg", "value": "60000"}

At 2027-04-13 10:01
  state is adopted

At 2027-05-05 15:00
  delivering.leader takes bring with delivered = {"unit": "kg", "value": "60000"}

At 2027-05-10 10:00
  verifying.verifier takes confirm
  state is delivered
