Story: Gaps in data are stated, planned for, closed and verified
Given ../../../models/border.md
Case baseline between assessed arland and other belmark and verifying secretariat

At 2026-03-23 10:00
  assessed.liaison takes state with law = "none" and technology = "small gap" and data = "large gap" and gaps = "Two desks have no reader for the new passports. Entries older than five years have no state of issue."

At 2026-04-20 10:00
  assessed.liaison takes plan with plan = "Readers by June. Four clerks complete the entries by November; what cannot be completed is deleted."

At 2026-11-16 10:00
  assessed.liaison takes claim with closed = "Both readers work. 11,204 entries were completed and 632 deleted."

At 2026-12-04 10:00
  verifying.secretary takes verify with verified = "A draw of 200 entries: all have a state of issue. Both readers were tried with twelve passports." and reasons = "What was planned is done, and what could not be known was deleted rather than guessed."
  state is verified
