Story: A breach is alleged, established and not mended; a performance is withheld, extended, and restored
Given ../../models/common/reference.md
Case breach between alleging belmark and answering arland and deciding court

At 2026-05-04 09:00
  alleging.liaison takes allege
  alleging.liaison is refused withhold because wrong-state (Article 8)
After P15D
  clock admissibility has lapsed
  state is alleged
  deciding.president takes admit
  alleging.liaison is refused establish because wrong-side (Article 8)
  deciding.president is refused establish because wrong-state (Article 8)
After P22D
  clock hearing has lapsed
  state is heard
After P61D
  clock decision has lapsed
  state is heard
  deciding.president takes establish
  alleging.liaison takes give-notice
After P31D
  clock mending has lapsed
  state is unmended
  alleging.liaison is refused withhold with assessment_measure = {"proportionate": "yes", "undone": "yes", "persons": "yes", "untouched": "no", "notice": "yes"} because condition-unmet (Article 8)
  alleging.liaison takes withhold
  alleging.liaison is refused extend because wrong-side (Article 8)
  deciding.president takes extend with reasons = "Nothing was mended."
After P190D
  clock measure has lapsed
  state is restored
