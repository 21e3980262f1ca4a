Story: A child in danger is found by the cells of a telephone
Given ../../../models/justice.md
Case emergency-evidence between ordering arland and addressed belmark

At 2026-09-22 19:00
  ordering.prosecutor takes order with offence = "trafficking" and facts = "A boy of eight was taken from a playground." and danger = "The man has hurt children before." and account = "telephone ending in 0093" and categories = "traffic"
At 2026-09-22 20:10
  addressed.provider takes deliver with data = "Cells from five to eight in the evening, the last at Feldau"
At 2026-09-23 10:00
  ordering.validating-judge takes validate-delivered with reasons = "The danger could not have been nearer."
At 2026-09-24 09:30
  addressed.judge takes release as anna.vantor with reasons = "Nothing stands in the way of three hours of cells."
At 2026-10-08 10:00
  ordering.prosecutor takes tell with told = "Which data were ordered and why. He has counsel."
  state is told
