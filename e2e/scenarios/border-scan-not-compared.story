Story: What was captured and not compared is sealed at once and destroyed
Given ../../models/border.md
Case scan between checking arland

At 2026-05-04 10:00
  checking.officer takes capture
After PT10M
  checking.officer may compare, decline
After PT1S
  clock comparison is sealed
  checking.officer is refused compare because clock-lapsed (Article 9)
  checking.supervisor sees document, kind
After PT10M
  state is by-hand
  clock comparison has lapsed
  destroyed: template
