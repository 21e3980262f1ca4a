Story: Whoever was surrendered may renounce, or wait for the judge
Given ../../../models/justice.md
Case speciality between holding arland and surrendering caldera and defence secretariat

At 2027-08-19 10:00
  holding.prosecutor takes ask with surrender = "XA-W-2026-019" and identity = "Tessa Korvin, born 30 June 1991" and offence = "fraud" and facts = "Beside the customs matter for which she was surrendered, two invoices seem to be forged." and aim = "prosecution here"
