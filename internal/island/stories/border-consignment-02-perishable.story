Story: Fish waits three hours and no longer
Given ../../../models/border.md
Case consignment between entered belmark and left arland and court court

At 2026-09-16 04:50
  left.traders-desk takes lodge-perishable with goods = "food" and value = {"currency": "XTS", "value": "6150.00"} and weight = {"unit": "kg", "value": "1800"} and sealed = true and trusted = true and trader = "AR-T-0093" and driver = "Eilif Strand" and nationality = null

At 2026-09-16 07:51
  clock release-perishable has lapsed
  state is released
