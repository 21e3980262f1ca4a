Story: A panel decides a matter of other goods, late, and the two settle it after all
Given ../../models/neighbours.md
Case trade-disruption between affected belmark and measure arland and tribunal court

At 2026-06-01 08:00
  affected.liaison takes ask with spoil = false
After P15D
  clock consulting has lapsed
  state is panel-due
After P6D
  clock naming has lapsed
  state is panel-named
After P6D
  clock appointing has lapsed
  tribunal.president takes appoint
After P61D
  clock award runs
  tribunal.panellist takes explain
  tribunal.panellist takes award
  affected.liaison takes settle
  state is awarded
  measure.liaison takes settle
  state is settled
