Story: Another person's entry is cleared, and the holder is late with the correction
Given ../../models/border.md
Case hit between checking arland and holding belmark

At 2026-06-01 14:00
  checking.officer takes open as first with register = "watch list"
  checking.officer takes compare as first with comparison = "cannot be said"
  checking.supervisor is refused confirm as second because condition-unmet (Article 6)
  checking.supervisor takes clear as second
  checking.officer is refused ask-correction because wrong-role (Article 6)
  checking.supervisor takes ask-correction with error = "Another person of that name."
  clock correction ends 2026-06-08 14:00
  holding.registrar sees comparison, error, number, reasons, register
After P7D
  holding.registrar may correct, explain, retain
After PT1S
  clock correction runs
  clock correction ends 2026-06-15 14:00
  holding.registrar takes explain
After P2D
  holding.registrar takes correct with correction = "The date of birth was added."
  state is corrected
  checking.officer takes inform
