Story: A breach that is said to be mended is not, and then it is
Given ../../models/common/reference.md
Case breach between alleging belmark and answering arland and deciding court

At 2026-05-04 09:00
  alleging.liaison takes allege
  deciding.president takes admit
  answering.liaison takes answer
  deciding.president takes establish
  alleging.liaison takes give-notice
  answering.liaison takes mend
  deciding.president takes not-mended
  state is unmended
  answering.liaison takes mend
  deciding.president takes ascertain
  state is mended
