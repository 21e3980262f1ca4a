Story: A breach is mended, and nobody doubts it
Given ../../models/common/reference.md
Case breach between alleging belmark and answering arland and deciding court

At 2026-05-04 09:00
  alleging.liaison takes allege
  deciding.president takes admit
  answering.liaison takes answer
  deciding.president takes establish
  alleging.liaison takes give-notice
  answering.liaison takes mend
  answering.liaison is refused ascertain because wrong-side (Article 8)
After P15D
  clock ascertaining has lapsed
  state is mended
