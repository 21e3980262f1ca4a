Story: The issuing Party says why it does not recognise a result
Given ../../models/border.md
Case scan between checking belmark and issuing arland

At 2026-05-04 10:00
  checking.officer takes capture
  checking.officer takes compare with outcome = "the same"
  checking.officer takes release
After PT2H
  issuing.officer is refused not-recognise with reasons = null because reasons-missing (Article 9)
  issuing.officer takes not-recognise with doubt = "The chip was revoked."
  state is not-recognised
  checking.supervisor sees document, doubt, kind, outcome, reasons
