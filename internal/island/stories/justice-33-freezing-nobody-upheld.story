Story: Frozen at once and upheld by nobody: free after forty-eight hours
Given ../../../models/justice.md
Case freezing between issuing arland and executing belmark

At 2027-04-06 09:00
  issuing.prosecutor takes order with offence = "corruption" and facts = "A harbour master was given a boat." and property = "The boat Silberne Luise at Brakk harbour" and amount = {"currency": "EUR", "value": "31000.00"} and holder = "Detlev Osten" and order = "XA-F-2027-006"
At 2027-04-06 14:00
  issuing.validating-judge takes validate with reasons = "Boats leave."
At 2027-04-06 16:00
  executing.asset-office takes freeze-at-once as felix.tann with found = "The boat, chained at berth 9" and reasons = "Its tanks were being filled."
At 2027-04-08 17:00
  clock review has lapsed
  state is lifted
