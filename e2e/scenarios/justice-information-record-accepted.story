Story: The record of what was said is accepted
Given ../../models/justice.md
Case information between asking arland and asked caldera

At 2026-03-02 10:00
  asking.contact-point takes ask-urgent
  asked.contact-point takes record-oral on the ground "necessity"
  asked.contact-point is refused accept-record because wrong-side (Article 8)
  asking.contact-point takes accept-record
  state is given
