Story: The common calendar is restored by who had it rest
Given ../../models/neighbours.md
Case suspension between proposing belmark and answering arland and deciding court

At 2026-09-01 08:00
  proposing.liaison takes propose
  deciding.president takes admit
  deciding.president takes establish
  proposing.liaison takes give-notice with scope = "common calendar"
After P31D
  proposing.liaison takes rest-calendar
  proposing.liaison takes restore-calendar
  effects: restores 16
  state is restored
