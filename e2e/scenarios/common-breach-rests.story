Story: The article that was breached rests, and no other; nobody restores it, and after sixty days it is in force again
Given ../../models/common/reference.md
Case breach between alleging belmark and answering arland and deciding court called first
Case breach between alleging belmark and answering arland and deciding court called other

At 2026-05-04 09:00
  alleging.liaison takes allege with article = "2"
  deciding.president takes admit
  answering.liaison takes answer
  deciding.president takes establish
  alleging.liaison takes give-notice
  alleging.liaison is refused let-rest because wrong-state (Article 8)
In other
  alleging.liaison takes allege with article = "3"
  deciding.president takes admit
  answering.liaison takes answer
  deciding.president takes establish
  alleging.liaison takes give-notice
After P31D
  alleging.liaison may withhold, restore
  alleging.liaison is refused let-rest because condition-unmet (Article 8)
In first
  state is unmended
  alleging.liaison may withhold, let-rest, restore
  alleging.liaison is refused let-rest with assessment_measure = {"proportionate": "yes", "undone": "yes", "persons": "yes", "untouched": "no", "notice": "yes"} because condition-unmet (Article 8)
  Article 2 is in force between arland and belmark
  alleging.liaison takes let-rest with reasons = "Nothing was mended."
  effects: suspends 2
  Article 2 is not in force between arland and belmark because article-suspended
  Article 3 is in force between arland and belmark
  answering.liaison may nothing
  deciding.president may order-article
  clock rest ends 2026-08-03 09:00
After P61D
  clock rest has lapsed
  state is restored
  Article 2 is in force between arland and belmark
