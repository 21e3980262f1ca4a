Story: A contested plan is made anew, and then adopted
Given ../../models/access.md
Case allocation between planning secretariat and verifying ombuds and delivering waterbearers and told caldera

At 2026-04-01 08:00
  planning.coordinator takes state-needs
  planning.coordinator takes plan
  delivering.liaison takes contest
  verifying.verifier takes plan-anew
  state is needs
  clock plan ends 2026-04-15 08:00
  planning.coordinator takes plan
  planning.coordinator takes adopt
  state is adopted
