Story: The holder of an entry is late with the correction, and says why
Given ../../models/border.md
Case correction between asking arland and holding belmark

At 2026-06-01 14:00
  asking.officer is refused ask because wrong-role (Article 6)
  asking.supervisor is refused ask with assessment_may-be-told = {"fear": "yes", "asked": "yes"} because condition-unmet (Article 6)
  asking.supervisor takes ask with error = "Another person of that name."
  clock correction ends 2026-06-08 14:00
  holding.registrar sees assessment_may-be-told, error, number, register
  asking.officer sees nothing
After P7D
  holding.registrar may correct, explain, retain
After PT1S
  clock correction ends 2026-06-15 14:00
  holding.registrar takes explain
After P2D
  holding.registrar takes correct with correction = "The date of birth was added."
  state is corrected
  asking.officer sees correction, reasons
  asking.supervisor takes inform
