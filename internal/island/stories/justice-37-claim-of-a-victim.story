Story: A widow gets her roof back, in money
Given ../../../models/justice.md
Case claim between claiming secretariat and holding caldera

At 2026-08-31 10:00
  claiming.victims-counsel takes bring with confiscation = "XA-C-2026-003" and capacity = "victim of the offence" and claimant = "Gudrun Asheim" and claim = "She paid 5,300 euros on 3 March 2025 and has a receipt." and claimed = {"currency": "EUR", "value": "5300.00"}
At 2026-09-29 11:00
  holding.judge takes hear as violeta.panzur with hearing = "She came herself, with the receipt and a photograph of the bucket in her bedroom." and reasons = "Her word and the receipt agree."
At 2026-10-06 10:00
  holding.judge takes award as violeta.panzur with award = {"currency": "EUR", "value": "5300.00"} and reasons = "The receipt was among those that the fraudster kept."
At 2026-10-08 10:00
  claiming.victims-counsel takes tell with told = "That she gets all of it, in January at the latest."
At 2026-11-09 09:00
  state is final
