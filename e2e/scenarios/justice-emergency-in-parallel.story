Story: Data in eight hours, validation in 48, objection in 96, side by side
Given ../../models/justice.md
Case emergency-evidence between ordering arland and addressed belmark

At 2026-03-02 10:00
  ordering.prosecutor is refused order with assessment_emergency = {"danger": "yes", "wait": "no"} because condition-unmet (Article 11)
  ordering.prosecutor takes order
  addressed.provider sees account, categories
  clock delivery ends 2026-03-02 18:00
  clock validation ends 2026-03-04 10:00
After PT8H
  addressed.provider takes deliver
  clock objection ends 2026-03-06 18:00
  ordering.prosecutor sees account, assessment_emergency, assessment_proportionality, categories, danger, data, facts, offence
  addressed.judge may voice-concern, object, restrict
  addressed.judge takes voice-concern
At 2026-03-04 10:00
  ordering.validating-judge takes validate-delivered
  state is validated
At 2026-03-06 18:01
  clock objection has lapsed
  state is usable
  ordering.prosecutor takes tell
  state is told
