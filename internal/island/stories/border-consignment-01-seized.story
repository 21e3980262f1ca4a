Story: A seizure is appealed, the judge is late, and the seed comes back
Given ../../../models/border.md
Case consignment between entered arland and left belmark and court court

At 2026-04-20 06:45
  left.traders-desk takes lodge with goods = "other" and value = {"currency": "XTS", "value": "38400.00"} and weight = {"unit": "kg", "value": "9200"} and sealed = false and trusted = false and trader = "BM-T-0417" and driver = "Wenzel Adler" and nationality = null

At 2026-04-20 08:10
  entered.customs takes examine as kai.berg with lane_because = "broken seal"

At 2026-04-20 11:30
  entered.customs takes find as kai.berg with findings = "Forty sacks of treated seed among the feed. The papers say feed. The lead seal was cut and wired together."

At 2026-04-20 14:00
  entered.customs takes seize as lise.vorn with reasons = "Treated seed is poison as feed, and the papers name no seed. Whoever cut the seal may be another than the driver." on the ground "falsely declared goods"

At 2026-04-20 15:10
  entered.customs takes tell as lise.vorn with told = "What was seized and why, the ten days for an appeal, and that lorry and driver may go. By telephone also to the owner at Quell."

At 2026-04-28 10:00
  left.traders-desk takes appeal with appeal = "The loader at Quell confused two orders. The invoice for the seed was sent the same day and lies with the traders' desk."
  clock judgment ends 2026-05-18 10:00

At 2026-05-21 09:30
  clock judgment has lapsed
  court.bench takes restore with reasons = "An invoice of the same day and an honest mistake. The seed goes back to its owner, who pays for the new papers. I regret that I am three days late."
  state is released
