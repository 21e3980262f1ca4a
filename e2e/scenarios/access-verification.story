Story: A road is verified by two who do not read each other, and the finding is out of date after seven days
Given ../../models/access.md
Case verification between ordering secretariat and verifying ombuds and going-along lantern and visited arland

At 2026-03-02 08:00
  ordering.coordinator is refused order with assessment_visit-harm = {"seen": "yes"} because condition-unmet (Article 11)
  ordering.coordinator takes order with subject = "road" and stretch = "Northgate to the river Bel"
  visited.liaison is refused put-off on the ground "nobody is in" because ground-unknown (Article 11)
  visited.liaison sees place, stretch, subject
After P3DT1S
  clock visit has lapsed
  verifying.verifier is refused see given that quota:visits = 8 because quota-used (Article 11)
  verifying.verifier takes see given that quota:visits = 7
  effects: uses visits
  going-along.liaison sees assessment_visit-harm, place, stretch, subject
  visited.liaison is refused see-too because wrong-side (Article 11)
  going-along.liaison takes see-too
  ordering.coordinator takes alike
  clock validity ends 2026-03-12 08:00:01
  going-along.liaison may differ, overtake, inform
After P7DT1S
  clock validity has lapsed
  state is out-of-date
  going-along.liaison takes inform
