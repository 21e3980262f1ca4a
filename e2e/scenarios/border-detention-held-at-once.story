Story: Somebody is held at once, and no judge upholds it
Given ../../models/border.md
Case detention between detaining belmark and aid ombuds and court court

At 2026-10-05 10:00
  detaining.officer takes propose with adult = true on the ground "danger to others that a court has found"
  detaining.officer is refused hold-at-once with reasons = null because reasons-missing (Article 15)
  detaining.officer takes hold-at-once
  clock uphold ends 2026-10-05 22:00
  detaining.supervisor is refused uphold because wrong-side (Article 15)
After PT12H
  court.bench may decline, uphold
After PT1S
  state is free
  clock uphold has lapsed
  court.bench is refused uphold because clock-lapsed (Article 15)
