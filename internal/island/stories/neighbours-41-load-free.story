Story: Doors made at Tavel go through free of duty
Given ../../../models/neighbours.md
Case load between receiving belmark and sending arland

At 2026-04-27 08:20
  sending.customs-officer takes lodge as kai.berg with trader_number = "LP-A-0031" and load_goods = "timber and stone" and spoils = false and sealed = true and share_made = 92 and value = {"currency": "EUR", "value": "4180.00"}
At 2026-04-27 09:05
  receiving.customs-officer takes release as emil.rauth
  state is released
