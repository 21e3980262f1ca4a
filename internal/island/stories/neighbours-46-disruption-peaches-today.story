Story: Peaches wait at the gate while a panel decides
Given ../../../models/neighbours.md
Case trade-disruption between affected caldera and measure belmark and tribunal court

At 2027-08-23 08:30
  affected.liaison takes ask-fast as nilda.orsano with measure = "Since 21 August Belmark lets in fruit only with a certificate that is issued at Dornau, two days away." and effect = "Seventy tonnes of peaches spoil within five days, most of them of small growers around Three Springs." and spoil = true
At 2027-08-24 16:00
  measure.liaison takes reply with reply = "A fly was found in two crates. The certificate keeps it out, and we are sorry for the road."
At 2027-08-25 10:00
  state is panel-due-fast
  affected.liaison takes name-fast as nilda.orsano with named = "Sofia Drell"
  measure.liaison takes name-fast with named = "Sofia Drell"
At 2027-08-26 09:00
  tribunal.president takes appoint-fast with appointed = "Sofia Drell alone"
At 2027-08-27 11:00
  tribunal.panellist takes order-interim as sofia.drell with interim = "Fruit that a plant doctor at Long Pass has seen goes on, against a security of two in a hundred of its value." and reasons = "A look takes an hour and the fly is seen by eye; a rotten peach cannot be given back."
  state is panel-fast
