Story: Under the tools lay copper from the railway
Given ../../../models/neighbours.md
Case load between receiving arland and sending belmark

At 2026-09-15 08:40
  sending.customs-officer takes lodge as thea.lohr with trader_number = "LP-B-0033" and load_goods = "tools" and spoils = false and sealed = false and share_made = 40 and value = {"currency": "EUR", "value": "2600.00"}
At 2026-09-15 10:15
  receiving.customs-officer takes examine as lise.vorn with lane = "examine" and reasons = "The lorry is two tonnes heavier than its papers say."
At 2026-09-15 15:30
  receiving.customs-officer takes seize as lise.vorn with found = "Under eleven crates of spades lay 1,900 kilograms of railway copper." and reasons = "Copper cable of a railway is not tools, and nobody lodged it." on the ground "not what was lodged"
At 2026-09-16 09:00
  receiving.customs-officer takes tell as lise.vorn
  state is seized
