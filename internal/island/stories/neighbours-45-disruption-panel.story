Story: A levy on foreign axles goes to a panel, which finds it too high
Given ../../../models/neighbours.md
Case trade-disruption between affected belmark and measure caldera and tribunal court

At 2026-08-10 10:00
  affected.liaison takes ask with measure = "Since 1 August Caldera levies 90 euros on each lorry of three axles or more, if it is not registered at home." and effect = "Two of three hauliers from Quell have stopped driving; the price of lime at Dornau rose by a fifth." and spoil = false
At 2026-08-21 11:00
  measure.liaison takes reply as nilda.orsano with reply = "South Road was built for carts. The levy pays for its mending, and our own lorries pay a tax."
At 2026-08-26 10:00
  state is panel-due
  affected.liaison takes name with named = "Idris Vane"
  measure.liaison takes name as nilda.orsano with named = "Idris Vane"
At 2026-08-28 14:00
  tribunal.president takes appoint with appointed = "Idris Vane presides, with Sofia Drell and Marc Ellery"
At 2026-10-20 11:00
  tribunal.panellist takes award as idris.vane with award = "A levy for the road may stay, at the same rate for all: 24 euros for each lorry of three axles, whoever owns it." and reasons = "Wear is a matter of axles, not of plates. The tax that Caldera's own lorries pay comes to 24 euros a journey."
At 2026-11-12 10:00
  measure.liaison takes comply as nilda.orsano with compliance = "The decree of 9 November sets 24 euros for all; what was paid above it is paid back on request."
At 2026-11-18 15:00
  tribunal.panellist takes ascertain as idris.vane with reasons = "The decree was read, and three hauliers showed that they were paid back."
  state is complied
