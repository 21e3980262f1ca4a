Story: Foreign planks under an island number: a judge establishes it
Given ../../../models/neighbours.md
Case misuse between alleging belmark and registering arland

At 2026-11-09 10:00
  alleging.customs-officer takes allege as emil.rauth with number = "LP-A-0044" and firm = "Brynn Timber" and misuse = "Between June and October forty loads of planks bore the stamp of a sawmill overseas and were lodged as made on the island."
At 2026-11-19 11:00
  registering.judge takes admit with reasons = "Photographs of eleven stamps and the ship's papers are enough to be looked into."
At 2026-11-30 10:00
  registering.customs-officer takes hear as lise.vorn with trader = "Asbjorn Brynn" and trader_says = "I bought the planks from a dealer at Skarn harbour and did not turn them over. I would have paid."
At 2026-12-14 15:00
  registering.judge takes establish with reasons = "Forty loads in five months cannot be bought without turning over one plank; the price was a third of the island's."
At 2026-12-18 10:00
  registering.customs-officer takes revoke as lise.vorn with reasons = "The judge established the misuse, and it went on for five months. He may apply again after a year."
  registering.customs-officer takes tell as lise.vorn
  state is revoked
