Story: Nobody acts, and the goods are released after twelve hours
Given ../../models/border.md
Case consignment between entered arland and left belmark and court court

At 2026-04-13 06:00
  left.traders-desk takes lodge
After PT12H
  entered.customs may examine, release
After PT1S
  state is released
  clock release has lapsed
  entered.customs is refused examine because clock-lapsed (Article 10)
