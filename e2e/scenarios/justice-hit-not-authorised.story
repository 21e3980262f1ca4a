Story: The judge does not authorise the core data
Given ../../models/justice.md
Case hit between checking arland and holding caldera

At 2026-03-02 10:00
  checking.officer takes open
  checking.officer takes compare as one with comparison = "the same"
  checking.officer takes confirm as two
  checking.officer takes state-facts
  holding.contact-point takes refer
  holding.judge takes not-authorise
  state is declined
  checking.officer sees answer, asked, comparison, entry, facts, offence, reasons, register
