Story: A judge affirms a seizure
Given ../../models/border.md
Case consignment between entered belmark and left arland and court court

At 2026-04-13 06:00
  left.traders-desk takes lodge
  entered.customs takes examine as first
  entered.customs takes seize as second
  left.traders-desk takes appeal
  court.president is refused affirm because wrong-role (Article 10)
  court.bench takes affirm
  state is forfeited
