Story: Refused, but not before the other was heard
Given ../../models/justice.md
Case information between asking arland and asked belmark

At 2026-03-02 10:00
  asking.contact-point takes ask
  asked.contact-point is refused refuse because wrong-state (Article 8)
  asked.contact-point takes consult with concern = "A source would be known."
  asking.contact-point sees asked, category, concern, facts, offence, subject, why
At 2026-03-04 10:01
  clock consultation has lapsed
  state is consulted
  asking.contact-point is refused reply because clock-lapsed (Article 8)
At 2026-03-07 10:02
  clock deciding has lapsed
  asked.contact-point is refused refuse on the ground "too much work" because ground-unknown (Article 8)
  asked.contact-point takes refuse on the ground "an inquiry or a person would be endangered"
  state is refused
  asking.contact-point sees asked, category, concern, facts, offence, reasons, subject, why
