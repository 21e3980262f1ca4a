Story: Seven days are over, and silence refuses nothing
Given ../../models/justice.md
Case information between asking belmark and asked caldera

At 2026-03-02 10:00
  asking.contact-point takes ask
At 2026-03-09 10:01
  clock ordinary has lapsed
  state is ordinary
  asked.contact-point takes give
  state is given
