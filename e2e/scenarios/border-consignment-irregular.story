Story: Goods were released that had to be held, and it is recorded with its plea and contested
Given ../../models/border.md
Case consignment between entered belmark and left arland and court court

At 2026-04-13 06:00
  left.traders-desk takes lodge
  entered.customs takes examine as first
  entered.customs is refused record as first on the ground "no time" because ground-unknown (Article 10)
  entered.customs takes record as first with reasons = "The scanner failed and the medicine could not wait." on the ground "necessity"
  state is released-wrongly
  clock objection ends 2026-04-18 06:00
  entered.customs is refused accept because wrong-side (Article 10)
  left.customs takes contest with contention = "The seal was whole."
  state is contested
