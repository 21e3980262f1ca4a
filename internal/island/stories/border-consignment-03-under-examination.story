Story: A lorry with spare parts stands in the shed
Given ../../../models/border.md
Case consignment between entered arland and left belmark and court court

At 2027-09-01 06:50
  left.traders-desk takes lodge with goods = "machines" and value = {"currency": "XTS", "value": "71200.00"} and weight = {"unit": "kg", "value": "14350"} and sealed = true and trusted = false and trader = "BM-T-0566" and driver = "Gero Winkel" and nationality = null

At 2027-09-01 08:05
  entered.customs takes examine as kai.berg with lane_because = "drawn at random"
  clock examination ends 2027-09-02 08:05
  state is examination
