Story: The judge declines, and nothing is given
Given ../../models/justice.md
Case information between asking caldera and asked arland

At 2026-03-02 10:00
  asking.contact-point takes ask-urgent
  asked.contact-point takes refer
  asked.judge takes not-authorise
  state is refused
