Story: A seizure that nobody appeals
Given ../../models/border.md
Case consignment between entered arland and left belmark and court court

At 2026-04-13 06:00
  left.traders-desk takes lodge
  entered.customs takes examine as first
  entered.customs takes seize as second
After P10D
  left.traders-desk may appeal
After PT1S
  state is forfeited
  clock appeal has lapsed
  left.traders-desk is refused appeal because clock-lapsed (Article 10)
