Story: Eight hours are over, and the answer is still owed; in the end it is given and becomes evidence with consent
Given ../../models/justice.md
Case information between asking arland and asked belmark

At 2026-03-02 10:00
  asking.contact-point takes ask-urgent
  clock urgent ends 2026-03-02 18:00
At 2026-03-02 18:01
  clock urgent has lapsed
  asked.contact-point is refused must-fetch with reasons = null because reasons-missing (Article 8)
  asked.contact-point takes must-fetch
  clock fetched ends 2026-03-05 18:01
At 2026-03-05 18:02
  clock fetched has lapsed
  asked.contact-point takes give with reliability = "hearsay"
  asking.officer sees answer, category, reasons, reliability, subject
  asking.prosecutor sees nothing
  asking.contact-point takes ask-evidence
At 2026-03-12 18:03
  # Silence is no consent.
  clock evidence has lapsed
  state is given
  asking.prosecutor sees nothing
  asking.contact-point takes ask-evidence
  asked.contact-point takes agree-evidence
  asking.prosecutor sees answer, reliability
  asking.officer takes tell
At 2026-09-13 18:04
  clock use has lapsed
  state is closed
