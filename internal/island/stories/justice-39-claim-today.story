Story: An award is there: the claimant is to be told, and may ask for more
Given ../../../models/justice.md
Case claim between claiming secretariat and holding belmark

At 2027-07-05 10:00
  claiming.victims-counsel takes bring with confiscation = "XB-C-2027-009" and capacity = "victim of the offence" and claimant = "Family Wolter" and claim = "Their savings went with the slot machines." and claimed = {"currency": "EUR", "value": "11800.00"}
At 2027-08-12 10:00
  holding.judge takes hear as anna.vantor with hearing = "Two of the family came. The bank's list shows 9,400 euros." and reasons = "They were heard together, as they wished."
At 2027-08-27 11:00
  holding.judge takes award as anna.vantor with award = {"currency": "EUR", "value": "9400.00"} and reasons = "For the rest there is a word but no paper."
  state is awarded
