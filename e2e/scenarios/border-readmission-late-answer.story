Story: A late answer is recorded with its plea, and nobody contests it
Given ../../models/border.md
Case readmission between requesting belmark and requested arland and aid ombuds and court court

At 2026-04-01 09:00
  requesting.returns-officer takes request
After P12D
  requested.returns-officer is refused answer-late on the ground "holidays" because ground-unknown (Article 13)
  requested.returns-officer takes answer-late with reasons = "The register stood under water." on the ground "force-majeure"
  state is answered-late
  requested.returns-officer is refused accept-late because wrong-side (Article 13)
After P5D
  requesting.returns-officer may accept-late, contest-late
After PT1S
  state is identified
  clock objection has lapsed
