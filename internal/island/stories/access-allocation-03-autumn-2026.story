Story: Needs and plan of the autumn: less came, and it says why
Given ../../../models/access.md
Case allocation between planning secretariat and verifying ombuds and delivering lantern and told caldera

At 2026-10-05 10:00
  planning.coordinator takes state-needs with site = "Harbour Road, before South Ford" and women = 721 and older_women = 169 and men = 631 and older_men = 129 and girls = 573 and young_girls = 257 and boys = 616 and young_boys = 304 and disability = 265

At 2026-10-07 10:00
  planning.coordinator takes plan with goods = "food" and planned = {"unit": "kg", "value": "48000"}

At 2026-10-12 10:01
  state is adopted

At 2026-10-30 15:00
  delivering.leader takes bring with delivered = {"unit": "kg", "value": "31000"}

At 2026-11-03 10:00
  verifying.verifier takes find-short with less = "17 tonnes stood before the barrier at the ford for three weeks and were wet when they passed."

At 2026-12-14 10:00
  planning.coordinator takes take-over
  state is superseded
