Story: An officer who does nothing with the machine's answer
Given ../../models/border.md
Case scan between checking belmark

At 2026-05-04 10:00
  checking.officer takes capture
  checking.officer takes compare with outcome = "the same"
After PT30M
  checking.officer may decline, release
After PT1S
  state is by-hand
  clock decision has lapsed
  checking.officer is refused release because clock-lapsed (Article 9)
