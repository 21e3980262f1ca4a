Story: A duty to report does
Given ../../models/border.md
Case detention between detaining arland and aid ombuds and court court

At 2026-10-05 10:00
  detaining.officer takes propose
  detaining.supervisor takes use-alternative with measure = "Reports twice a week."
  state is alternative
