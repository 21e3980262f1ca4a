Story: The President dismisses the proposal
Given ../../models/neighbours.md
Case suspension between proposing belmark and answering arland and deciding court

At 2026-09-01 08:00
  proposing.liaison takes propose
  deciding.president takes dismiss
  state is dismissed
