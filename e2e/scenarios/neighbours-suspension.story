Story: The trade zone rests after an established breach, and comes back by itself
Given ../../models/neighbours.md
Case suspension between proposing belmark and answering arland and deciding court

At 2026-09-01 08:00
  proposing.liaison takes propose
  proposing.liaison is refused rest-zone because wrong-state (Article 18)
After P15D
  clock president has lapsed
  state is proposed
  proposing.liaison is refused admit because wrong-side (Article 18)
  deciding.president takes admit
After P15D
  clock establishing has lapsed
  state is admissible
  deciding.president takes establish
  proposing.liaison takes give-notice with scope = "trade zone"
After P10D
  answering.liaison takes mend
  deciding.president takes not-mended
  state is established
  proposing.liaison takes give-notice with scope = "trade zone"
After P31D
  clock notice has lapsed
  state is may-rest
  proposing.liaison is refused rest-calendar because condition-unmet (Article 18)
  proposing.liaison is refused rest-zone with assessment_measure = {"proportionate": "yes", "undone": "yes", "persons": "yes", "untouched": "no", "notice": "yes"} because condition-unmet (Article 26)
  proposing.liaison takes rest-zone
  effects: suspends 12
After P91D
  clock zone has lapsed
  state is restored
