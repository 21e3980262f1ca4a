Story: Needs and plan of the summer: brought, and to be confirmed
Given ../../../models/access.md
Case allocation between planning secretariat and verifying ombuds and delivering lantern and told highland-council

At 2027-07-02 10:00
  planning.coordinator takes state-needs with site = "High Road, clinic" and women = 583 and older_women = 137 and men = 448 and older_men = 92 and girls = 414 and young_girls = 186 and boys = 409 and young_boys = 201 and disability = 190

At 2027-07-26 10:00
  planning.coordinator takes plan with goods = "medical" and planned = {"unit": "kg", "value": "3800"}

At 2027-08-02 10:00
  state is adopted

At 2027-08-30 16:00
  delivering.leader takes bring with delivered = {"unit": "kg", "value": "3650"}
  state is brought
