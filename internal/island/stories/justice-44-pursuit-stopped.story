Story: No call in a quarter of an hour: the pursuit had to stop
Given ../../../models/justice.md
Case pursuit between pursuing belmark and entered arland

At 2026-11-04 16:00
  pursuing.officer takes cross as nora.kess with offence = "arson or explosives" and child = false and place = [-22.38, -31.02] and crossed = "2026-11-04T13:58:00Z"
At 2026-11-04 16:20
  state is stopped-uncalled
  pursuing.officer takes stop as nora.kess
At 2026-11-06 10:00
  pursuing.officer takes report as nora.kess with report = "The radio was dead behind the hill. I turned round at the chapel." and weapon = false and hurt = false
At 2026-11-23 10:00
  entered.prosecutor takes review with kept = "not kept" and account = "The call did not come in time; the officer stopped by herself." and reasons = "The rule is a quarter of an hour. A second radio mast is asked for."
  state is reviewed
