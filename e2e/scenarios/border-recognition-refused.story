Story: The issuing Party says why it does not recognise a result
Given ../../models/border.md
Case recognition between checking belmark and issuing arland

At 2026-05-04 10:00
  checking.officer takes pass-on
After PT2H
  checking.officer is refused recognise because wrong-side (Article 9)
  issuing.officer is refused not-recognise with reasons = null because reasons-missing (Article 9)
  issuing.officer takes not-recognise with doubt = "The chip was revoked."
  state is not-recognised
  checking.supervisor sees doubt, reasons
  checking.officer takes tell
