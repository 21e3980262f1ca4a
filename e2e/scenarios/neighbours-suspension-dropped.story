Story: The Party drops its proposal
Given ../../models/neighbours.md
Case suspension between proposing belmark and answering arland and deciding court

At 2026-09-01 08:00
  proposing.liaison takes propose
  deciding.president takes admit
  answering.liaison is refused drop because wrong-side (Article 18)
  proposing.liaison takes drop
  state is dismissed
