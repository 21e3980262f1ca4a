Story: Over the bridge after a robber, called in at once
Given ../../../models/justice.md
Case pursuit between pursuing arland and entered belmark

At 2026-08-05 14:10
  pursuing.officer takes cross as jon.aske with offence = "robbery or extortion" and child = false and place = [-22.38, -31.02] and crossed = "2026-08-05T12:09:00Z"
At 2026-08-05 14:16
  pursuing.officer takes call as jon.aske with called = "White Falk van, two men, one pistol, on North Road towards Dornau; two of us, we follow."
At 2026-08-05 14:50
  pursuing.officer takes hold as jon.aske with held = "Ivar Lie"
At 2026-08-05 15:35
  entered.officer takes take-over as lev.brandt
At 2026-08-06 10:00
  entered.officer takes tell as lev.brandt with told = "Who held him and why, that a judge sees him today, and where he can complain."
  entered.judge takes detain as anna.vantor with reasons = "The pistol lay under his seat and he has no address on the island."
At 2026-08-07 11:00
  pursuing.officer takes report as jon.aske with report = "Forty minutes, never faster than the traffic; nobody was near when we drew." and weapon = false and hurt = false
At 2026-08-20 10:00
  entered.prosecutor takes review with kept = "kept" and account = "The call came after six minutes and the officers waited for ours." and reasons = "Film of the road and the radio log agree with the report."
  state is reviewed
