Story: The common calendar rests because its own article was breached, and the President has it restored; no other article can rest so
Given ../../models/neighbours.md
Case breach between alleging belmark and answering arland and deciding court called calendar
Case breach between alleging belmark and answering arland and deciding court called hotline

At 2026-06-01 08:00
In calendar
  alleging.liaison takes allege with article = "16"
  deciding.president takes admit
  answering.liaison takes answer
  deciding.president takes establish
  alleging.liaison takes give-notice
In hotline
  alleging.liaison takes allege with article = "6"
  deciding.president takes admit
  answering.liaison takes answer
  deciding.president takes establish
  alleging.liaison takes give-notice
After P31D
  alleging.liaison is refused let-rest because condition-unmet (Article 26)
In calendar
  alleging.liaison takes let-rest with reasons = "The summit was called off twice without a word."
  effects: suspends 16
  Article 16 is not in force between arland and belmark because article-suspended
  Article 6 is in force between arland and belmark
  Article 12 is in force between arland and belmark
  deciding.president takes order-article
  effects: restores 16
  state is restored
After PT1H
  Article 16 is in force between arland and belmark
