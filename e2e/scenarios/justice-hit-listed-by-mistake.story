Story: A person who was listed by mistake goes on, and the entry is reported
Given ../../models/justice.md
Case hit between checking arland and holding belmark

At 2026-03-02 10:00
  checking.officer takes open with register = "wanted persons" and entry = "B-77"
  holding.contact-point sees nothing
After PT10M
  checking.officer takes compare as one with comparison = "another"
  checking.officer is refused confirm as two because condition-unmet (Article 7)
  checking.officer is refused clear as one because same-person (Article 7)
  checking.officer takes clear as two
  state is cleared
  destroyed: answer, asked
  checking.officer takes report-entry with error = "Born a year later."
  effects: opens correction
  state is reported
  holding.registrar sees error
