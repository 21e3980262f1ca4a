Story: What was recorded and nobody contests stands
Given ../../models/border.md
Case consignment between entered belmark and left arland and court court

At 2026-04-13 06:00
  left.traders-desk takes lodge
  entered.customs takes examine
  entered.customs takes record on the ground "force-majeure"
After P5D
  left.customs may accept, contest
After PT1S
  state is recorded
  clock objection has lapsed
