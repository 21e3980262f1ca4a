Story: Needs and plan of the spring: the plan stands since nobody contests it
Given ../../../models/access.md
Case allocation between planning secretariat and verifying ombuds and delivering lantern and told highland-council

At 2026-04-03 10:00
  planning.coordinator takes state-needs with site = "High Road, end of the first stretch" and women = 1061 and older_women = 249 and men = 813 and older_men = 167 and girls = 773 and young_girls = 347 and boys = 730 and young_boys = 360 and disability = 340

At 2026-04-07 10:00
  planning.coordinator takes plan with goods = "food" and planned = {"unit": "kg", "value": "54000"}

At 2026-04-12 10:01
  clock contest has lapsed
  state is adopted

At 2026-04-29 15:00
  delivering.leader takes bring with delivered = {"unit": "kg", "value": "52400"}

At 2026-05-04 10:00
  verifying.verifier takes confirm
  state is delivered
