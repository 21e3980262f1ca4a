Story: The President states that the breach is mended
Given ../../models/neighbours.md
Case suspension between proposing belmark and answering arland and deciding court

At 2026-09-01 08:00
  proposing.liaison takes propose
  deciding.president takes admit
  deciding.president takes establish
  answering.liaison takes mend
  answering.liaison is refused ascertain because wrong-side (Article 18)
  deciding.president takes ascertain
  state is mended
