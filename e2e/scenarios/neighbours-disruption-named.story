Story: Each side names a member in time; what was awarded is looked at twice
Given ../../models/neighbours.md
Case trade-disruption between affected belmark and measure arland and tribunal court

At 2026-06-01 08:00
  affected.liaison takes ask with spoil = false
  measure.liaison takes reply
After P15D
  affected.liaison takes name
  measure.liaison takes name
  state is panel-named
  tribunal.president takes appoint
  tribunal.panellist takes award
  measure.liaison takes comply
  tribunal.panellist takes send-back with reasons = "The fee is still taken."
  state is awarded
