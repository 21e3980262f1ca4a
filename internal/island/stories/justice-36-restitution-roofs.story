Story: Forty pensioners are heard, and the money goes back
Given ../../../models/justice.md
Case restitution between asking arland and holding caldera and claiming secretariat

At 2026-08-03 10:00
  asking.prosecutor takes ask with confiscation = "XA-C-2026-003" and offence = "fraud" and amount = {"currency": "EUR", "value": "203600.00"}
At 2026-08-24 11:00
  holding.asset-office takes pay-in as bento.rivalde
At 2026-11-23 10:00
  clock claims has lapsed
  state is closed-claims
At 2026-12-01 10:00
  holding.judge takes hear as violeta.panzur with hearing = "Thirty-eight victims were heard in person or by letter. A bricklayer claims unpaid wages of 5,600 euros." and reasons = "Nobody who brought a claim was left out."
At 2026-12-08 14:00
  holding.judge takes decide as violeta.panzur with to_victims = {"currency": "EUR", "value": "190000.00"} and to_owners = {"currency": "EUR", "value": "5600.00"} and rest = {"currency": "EUR", "value": "8000.00"} and reasons = "The victims come first, then the bricklayer, who knew nothing. What is left pays for warnings to pensioners."
At 2026-12-10 10:00
  claiming.victims-counsel takes tell with told = "How much each gets, and that they may ask a second judge until 7 January."
At 2027-01-11 09:00
  state is final
At 2027-01-13 10:00
  claiming.victims-counsel takes tell with told = "That nobody appealed and the money is on its way."
At 2027-01-18 11:00
  holding.asset-office takes release-victims as bento.rivalde
  holding.asset-office takes release-owners as bento.rivalde
  holding.asset-office takes release-rest as bento.rivalde
At 2027-02-01 10:00
  claiming.clerk takes arrive
  state is returned
