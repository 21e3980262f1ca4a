Story: A record on which nobody speaks stands
Given ../../models/justice.md
Case information between asking arland and asked belmark

At 2026-03-02 10:00
  asking.contact-point takes ask-urgent
  asked.contact-point takes record-oral on the ground "oral"
At 2026-03-05 10:01
  clock record has lapsed
  state is given
