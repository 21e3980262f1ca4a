Story: A plan that nobody contests is adopted
Given ../../models/access.md
Case allocation between planning secretariat and verifying ombuds and delivering waterbearers and told arland

At 2026-04-01 08:00
  planning.coordinator takes state-needs
  planning.coordinator takes plan
After P5D
  delivering.liaison may contest
After PT1S
  clock contest has lapsed
  state is adopted
  planning.coordinator takes take-over
  state is superseded
