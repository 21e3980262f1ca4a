Story: A refusal comes after consultation, and on a closed ground
Given ../../models/border.md
Case readmission between requesting arland and requested belmark and aid ombuds and court court

At 2026-04-01 09:00
  requesting.returns-officer takes request
  requested.returns-officer takes identify
  requesting.protection-officer takes assess
  requested.returns-officer is refused refuse because wrong-state (Article 13)
  requested.returns-officer takes consult with doubts = "The person is in hospital."
  requested.returns-officer is refused refuse on the ground "too costly" because ground-unknown (Article 13)
  requested.returns-officer takes refuse on the ground "state of health"
  state is refused
