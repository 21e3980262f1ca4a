Story: Nobody decides about a hit in fifteen minutes, and the traveller goes on
Given ../../models/border.md
Case hit between checking belmark

At 2026-06-01 14:00
  checking.officer takes open
After PT15M
  checking.officer may compare
After PT1S
  state is lapsed
  clock review has lapsed
  checking.officer is refused compare because clock-lapsed (Article 6)
  checking.officer may nothing
