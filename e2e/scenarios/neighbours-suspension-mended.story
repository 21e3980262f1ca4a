Story: A breach that is mended in time lets nothing rest
Given ../../models/neighbours.md
Case suspension between proposing belmark and answering arland and deciding court

At 2026-09-01 08:00
  proposing.liaison takes propose
  deciding.president takes admit
  deciding.president takes establish
  proposing.liaison takes give-notice with scope = "trade zone"
  answering.liaison takes mend
After P15D
  clock ascertaining has lapsed
  state is mended
