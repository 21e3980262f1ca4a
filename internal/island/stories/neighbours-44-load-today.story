Story: A load of apples waits at Long Pass
Given ../../../models/neighbours.md
Case load between receiving arland and sending caldera

At 2027-09-01 08:15
  sending.customs-officer takes lodge with trader_number = "LP-C-0090" and load_goods = "food" and spoils = true and sealed = true and share_made = 88 and value = {"currency": "EUR", "value": "2240.00"}
