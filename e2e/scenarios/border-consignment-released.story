Story: Goods pass, and the duty stands once for both
Given ../../models/border.md
Case consignment between entered belmark and left arland and court court

At 2026-04-13 06:00
  entered.customs is refused lodge because wrong-side (Article 10)
  left.traders-desk takes lodge with goods = "machines" and sealed = true and nationality = "XA"
  clock release ends 2026-04-13 18:00
  entered.data-officer sees nationality
  left.customs sees goods, sealed, trusted, value, weight
  entered.customs takes release
  entered.customs takes state-duty with duty = {"currency": "XTS", "value": "410.00"}
  state is released
  left.customs sees duty, goods, sealed, trusted, value, weight
