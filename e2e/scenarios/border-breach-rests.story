Story: Trusted traders rest after an established breach of their article; persons and the crossing do not, and what rested is restored
Given ../../models/border.md
Case breach between alleging belmark and answering arland and deciding court called traders
Case breach between alleging belmark and answering arland and deciding court called crossing
Case trusted between applying arland and recognising belmark called mill

At 2026-06-15 09:00
In traders
  alleging.liaison takes allege with article = "11"
  deciding.president takes admit
  answering.liaison takes answer
  deciding.president takes establish
  alleging.liaison takes give-notice
  alleging.liaison is refused let-rest because wrong-state (Article 32)
In crossing
  alleging.liaison takes allege with article = "6"
  deciding.president takes admit
  answering.liaison takes answer
  deciding.president takes establish
  alleging.liaison takes give-notice
After P31D
  alleging.liaison may withhold, restore
  alleging.liaison is refused let-rest because condition-unmet (Article 32)
In traders
  alleging.liaison takes let-rest with reasons = "Trusted lorries were searched each day."
  effects: suspends 11
  Article 11 is not in force between arland and belmark because article-suspended
  Article 6 is in force between arland and belmark
  Article 7 is in force between arland and belmark
In mill
  applying.traders-desk is refused apply because article-suspended (Article 11)
In traders
  clock rest ends 2026-09-14 09:00
  answering.liaison may nothing
  alleging.liaison takes restore-article
  effects: restores 11
  state is restored
After PT1H
  Article 11 is in force between arland and belmark
In mill
  applying.traders-desk takes apply
  state is applied
