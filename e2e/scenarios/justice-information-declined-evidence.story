Story: Given after an answer to the concern, not as evidence, and closed
Given ../../models/justice.md
Case information between asking arland and asked caldera

At 2026-03-02 10:00
  asking.contact-point takes ask
  asked.contact-point takes consult
  asking.contact-point takes reply
  asked.contact-point takes give
  asking.contact-point takes ask-evidence
  asked.contact-point takes decline-evidence
  asking.prosecutor sees nothing
  asking.contact-point takes close
  state is closed
