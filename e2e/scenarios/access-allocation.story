Story: Need decides; the plan is contested and decided by another, and delivery is what was seen
Given ../../models/access.md
Case allocation between planning secretariat and verifying ombuds and delivering lantern and told highland-council

At 2026-04-01 08:00
  planning.coordinator takes state-needs with older_women = 40 and young_girls = 25
  clock plan ends 2026-04-15 08:00
After P15D
  clock plan has lapsed
  planning.coordinator is refused plan with assessment_impartial = {"other": "yes", "heard": "yes", "harm": "no"} because condition-unmet (Article 15)
  told.liaison is refused plan because wrong-side (Article 15)
  planning.coordinator takes plan
  told.liaison sees nothing
  told.liaison is refused contest because wrong-side (Article 15)
  delivering.liaison takes contest
  clock verifier ends 2026-04-26 08:00
  planning.coordinator is refused uphold because wrong-side (Article 15)
After P11D
  clock verifier has lapsed
  verifying.verifier takes uphold
  told.liaison sees goods, planned, site
  clock delivery ends 2026-05-27 08:00
After P31D
  clock delivery has lapsed
  delivering.leader takes bring
  delivering.leader is refused confirm because wrong-side (Article 15)
  verifying.verifier takes find-short with less = "Two trucks were held at Long Pass."
  delivering.leader takes bring
  verifying.verifier takes confirm
  state is delivered
