Story: The trade zone is ordered to be restored
Given ../../models/neighbours.md
Case suspension between proposing belmark and answering arland and deciding court

At 2026-09-01 08:00
  proposing.liaison takes propose
  deciding.president takes admit
  deciding.president takes establish
  proposing.liaison takes give-notice with scope = "trade zone"
After P31D
  proposing.liaison takes rest-zone
  answering.liaison is refused restore-zone because wrong-side (Article 18)
  deciding.president takes order-zone
  effects: restores 12
  state is restored
