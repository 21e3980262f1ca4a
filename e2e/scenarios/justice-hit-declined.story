Story: Core data are declined, on a ground of the list
Given ../../models/justice.md
Case hit between checking arland and holding caldera

At 2026-03-02 10:00
  checking.officer takes open
  checking.officer takes compare as one with comparison = "the same"
  checking.officer takes confirm as two
  checking.officer takes state-facts
  holding.contact-point is refused decline on the ground "bad relations" because ground-unknown (Article 7)
  holding.contact-point takes decline on the ground "the facts do not concern the entry"
  state is declined
