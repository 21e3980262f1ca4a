Story: From a hit to core data, with a judge's authorisation that comes late
Given ../../models/justice.md
Case hit between checking arland and holding belmark

At 2026-03-02 10:00
  checking.officer takes open with nationality = "XB"
  checking.officer takes compare as one with comparison = "the same"
  checking.officer takes confirm as two
  holding.contact-point is refused give-core because wrong-state (Article 7)
  checking.officer takes state-facts
  clock core ends 2026-03-04 10:00
  role.auditor sees nationality
After PT1H
  holding.contact-point takes refer
  clock core stands still
  holding.judge is refused authorise with reasons = null because reasons-missing (Article 7)
At 2026-03-08 10:00
  clock authorisation has lapsed
  holding.judge takes authorise
  clock core runs
At 2026-03-11 10:00
  # Late, and still owed.
  clock core has lapsed
  holding.contact-point takes give-core
  checking.officer is refused defer because wrong-side (Article 7)
  holding.judge takes defer
  checking.officer takes tell
  state is told
