Story: The contact point applies for a judge's authorisation of its own motion
Given ../../models/justice.md
Case information between asking caldera and asked arland

At 2026-03-02 10:00
  asking.contact-point takes ask
  asked.contact-point takes refer
  asked.contact-point may nothing
At 2026-03-05 10:01
  clock authorisation has lapsed
  asked.contact-point is refused authorise because wrong-role (Article 8)
  asked.judge takes authorise
At 2026-03-05 18:02
  clock authorised has lapsed
  asked.contact-point takes give
  asked.judge takes defer
  state is given
