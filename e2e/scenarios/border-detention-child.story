Story: A child is not detained
Given ../../models/border.md
Case detention between detaining arland and aid ombuds and court court

At 2026-10-05 10:00
  detaining.officer takes propose with adult = false
  detaining.officer is refused hold-at-once because condition-unmet (Article 15)
  detaining.supervisor is refused consider because condition-unmet (Article 15)
  aid.guardian takes take-into-care
  state is in-care
