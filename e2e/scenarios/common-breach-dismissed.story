Story: An allegation is dismissed after the other Party was heard
Given ../../models/common/reference.md
Case breach between alleging belmark and answering arland and deciding court

At 2026-05-04 09:00
  alleging.liaison takes allege
  deciding.president takes admit
  answering.liaison takes answer
  answering.liaison is refused dismiss because wrong-side (Article 8)
  deciding.president takes dismiss
  state is dismissed
