Story: Shots over the river: two accounts that stand apart
Given ../../../models/neighbours.md
Case hazardous-incident between first belmark and second arland and neutral secretariat

At 2026-06-09 21:25
  first.duty-officer takes call with happened = "2026-06-09T19:05:00Z" and kind = "fire across the line" and sector = "River Bel below Northgate" and account_first = "Two bursts came from the west bank. A boat with three eel fishers was hit above the waterline; one man was cut by splinters." and hurt_first = 1
At 2026-06-09 21:50
  second.duty-officer takes acknowledge
  first.duty-officer takes state-place with place = [-22.38, -31.02]
At 2026-06-11 09:30
  second.duty-officer takes give-account with account_second = "A patrol of Arland fired two flares into the air after calling a boat without lights. No shot was fired. Eleven empty flare cases, and none of cartridges, were found." and hurt_second = 0
At 2026-06-12 14:00
  first.liaison takes contest with objection = "A flare does not go through two planks." and reasons = "The boat lies at Quell with a hole of nine millimetres, and anybody may come and measure it."
At 2026-08-12 09:00
  state is unreconciled
