Story: The holder keeps an entry, and says why
Given ../../models/border.md
Case hit between checking belmark and holding arland

At 2026-06-01 14:00
  checking.officer takes open as first
  checking.officer takes compare as first with comparison = "the same"
  checking.officer takes confirm as second
  checking.supervisor takes ask-correction
After P3D
  holding.registrar is refused retain with reasons = null because reasons-missing (Article 6)
  holding.registrar takes retain
  state is retained
  checking.officer sees answer, comparison, error, number, reasons, register
