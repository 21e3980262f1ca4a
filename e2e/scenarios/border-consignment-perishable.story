Story: Fish waits three hours and no longer
Given ../../models/border.md
Case consignment between entered arland and left belmark and court court

At 2026-04-13 06:00
  left.traders-desk takes lodge-perishable with goods = "food"
After PT3H
  entered.customs may examine, release
After PT1S
  state is released
  clock release-perishable has lapsed
