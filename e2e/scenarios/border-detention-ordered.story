Story: A judge orders detention, prolongs it once, and it ends
Given ../../models/border.md
Case detention between detaining arland and aid ombuds and court court

At 2026-10-05 10:00
  detaining.officer is refused propose on the ground "crossed without leave" because ground-unknown (Article 15)
  detaining.officer takes propose with adult = true and interpreter_needed = true on the ground "identity that the person hides"
  clock consideration ends 2026-10-05 16:00
  court.bench is refused order because wrong-state (Article 15)
  detaining.supervisor is refused consider with assessment_alternatives = {"report": "yes", "stay": "no", "again": "no", "vulnerable": "no", "child": "no"} because condition-unmet (Article 15)
  detaining.supervisor takes consider
  clock judge ends 2026-10-06 10:00
  aid.counsel is refused speak because condition-unmet (Article 15)
  aid.interpreter takes interpret
  aid.counsel takes speak-interpreted
  detaining.officer is refused order because wrong-side (Article 15)
  court.bench takes order
  clock detention ends 2026-10-12 10:00
  detaining.officer takes tell
  aid.monitor takes visit
After P6D
  court.bench takes prolong
  clock detention ends 2026-10-19 10:00
After P7D
  aid.counsel takes ask-release
  clock release ends 2026-10-20 10:00
  court.bench takes keep-detained
  clock detention ends 2026-10-19 10:00
After P1D
  state is ordered
After PT1S
  state is free
  clock detention has lapsed
  court.bench is refused prolong because clock-lapsed (Article 15)
