Story: The shift supervisor releases
Given ../../models/border.md
Case detention between detaining belmark and aid ombuds and court court

At 2026-10-05 10:00
  detaining.officer takes propose with adult = true
  detaining.officer takes hold-at-once
  detaining.supervisor takes release
  state is released
