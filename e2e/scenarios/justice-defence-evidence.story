Story: The defence asks where everybody else would
Given ../../models/justice.md
Case defence-request between defence secretariat and prosecuting arland

At 2026-03-02 10:00
  defence.counsel takes ask with relevance = "The witness saw somebody else."
  prosecuting.prosecutor sees nothing
At 2026-03-16 10:01
  clock decision has lapsed
  prosecuting.prosecutor is refused grant because wrong-role (Article 10)
  prosecuting.judge takes grant
  effects: opens evidence
At 2026-03-26 10:02
  clock ordering has lapsed
  prosecuting.prosecutor takes order
At 2026-08-23 10:03
  clock result has lapsed
  prosecuting.prosecutor takes hand
  defence.counsel sees evidence, facts, measure, offence, reasons, relevance
  state is handed
