Story: Needs and plan of the summer: contested, and planned anew
Given ../../../models/access.md
Case allocation between planning secretariat and verifying ombuds and delivering waterbearers and told highland-council

At 2026-07-02 10:00
  planning.coordinator takes state-needs with site = "Ridge Road, last stop" and women = 518 and older_women = 122 and men = 340 and older_men = 70 and girls = 359 and young_girls = 161 and boys = 355 and young_boys = 175 and disability = 150

At 2026-07-06 10:00
  planning.coordinator takes plan with goods = "water" and planned = {"unit": "kg", "value": "120000"}

At 2026-07-08 11:00
  delivering.liaison takes contest with reasons = "Planned is for 2,100 people. Some 900 came up from the valley last week, most of them old, and they drink from the same tap."

At 2026-07-14 10:00
  verifying.verifier takes plan-anew with reasons = "I counted tents with the listener on 11 July: 880 more people. The plan must carry them too."

At 2026-07-16 10:00
  planning.coordinator takes plan as paul.ember with goods = "water" and planned = {"unit": "kg", "value": "190000"}

At 2026-07-21 10:01
  state is adopted

At 2026-08-14 17:00
  delivering.leader takes bring with delivered = {"unit": "kg", "value": "188000"}

At 2026-08-19 10:00
  verifying.verifier takes confirm
  state is delivered
