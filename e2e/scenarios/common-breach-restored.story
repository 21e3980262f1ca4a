Story: What was withheld is restored by who withheld it
Given ../../models/common/reference.md
Case breach between alleging belmark and answering arland and deciding court

At 2026-05-04 09:00
  alleging.liaison takes allege
  deciding.president takes admit
  answering.liaison takes answer
  deciding.president takes establish
  alleging.liaison takes give-notice
After P31D
  alleging.liaison takes withhold
  answering.liaison is refused restore because wrong-side (Article 8)
  alleging.liaison takes restore
  state is restored
