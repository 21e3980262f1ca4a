Story: What was recorded is accepted
Given ../../models/border.md
Case consignment between entered belmark and left arland and court court

At 2026-04-13 06:00
  left.traders-desk takes lodge
  entered.customs takes examine
  entered.customs takes record on the ground "oral"
  left.customs takes accept
  state is recorded
