Story: Called, held, handed over, detained by a judge, and reviewed late
Given ../../models/justice.md
Case pursuit between pursuing arland and entered belmark

At 2026-03-02 10:00
  pursuing.officer is refused cross with offence = "theft" because field-invalid (Article 18)
  pursuing.officer is refused cross with offence = "robbery or extortion" and child = true because condition-unmet (Article 18)
  pursuing.officer takes cross with offence = "robbery or extortion" and child = false and crossed = "2026-03-02T09:58:40+02:00" and place = [20.123456, 40.123456]
  clock calling ends 2026-03-02 10:15
  pursuing.liaison sees crossed, place
  pursuing.officer is refused hold because wrong-state (Article 18)
After PT10M
  pursuing.officer takes call
  pursuing.officer takes hold
  entered.officer takes take-over
  entered.officer takes tell
  pursuing.judge is refused detain because wrong-side (Article 18)
  entered.judge takes detain
At 2026-03-07 10:11
  clock report has lapsed
  pursuing.officer takes report
At 2026-04-06 10:12
  clock review has lapsed
  entered.prosecutor takes review with kept = "kept"
  state is reviewed
