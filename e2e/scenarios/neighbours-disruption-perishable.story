Story: Goods spoil: 48 hours, a neutral who appoints, an order at once, a late award
Given ../../models/neighbours.md
Case trade-disruption between affected belmark and measure arland and tribunal court

At 2026-06-01 08:00
  affected.liaison is refused ask with spoil = true because condition-unmet (Article 13)
  affected.liaison takes ask-fast with spoil = true
After PT49H
  clock consulting-fast has lapsed
  state is panel-due-fast
  affected.liaison takes name-fast
  state is panel-due-fast
After P2D
  clock naming-fast has lapsed
  state is panel-named-fast
  affected.liaison is refused appoint-fast because wrong-side (Article 13)
After P6D
  clock appointing-fast has lapsed
  tribunal.president takes appoint-fast
  tribunal.panellist takes order-interim
After P11D
  clock award-fast runs
  tribunal.panellist takes explain
  tribunal.panellist takes award
  state is awarded
After P31D
  clock compliance has lapsed
  measure.liaison takes comply
  measure.liaison is refused ascertain because wrong-side (Article 13)
  tribunal.panellist takes ascertain
  state is complied
