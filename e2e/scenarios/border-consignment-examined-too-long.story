Story: An examination that takes longer than a day
Given ../../models/border.md
Case consignment between entered arland and left belmark and court court

At 2026-04-13 06:00
  left.traders-desk takes lodge
  entered.customs is refused seize because wrong-state (Article 10)
  entered.customs takes examine with lane_because = "drawn at random"
  clock examination ends 2026-04-14 06:00
After PT24H
  entered.customs may find, record, release, seize
After PT1S
  state is released
  clock examination has lapsed
