Story: Lorries without lights, explained one hour before the time is over
Given ../../../models/neighbours.md
Case unusual-activity between asking belmark and answering caldera and convening secretariat

At 2026-05-12 10:00
  asking.liaison takes ask with cause = "Mill Road is eight kilometres away, and people at Quell have begun to pack." and activity = "From 9 to 11 May, after dark, some ninety military lorries drove on Harbour Road towards South Ford without lights." and asked = "What is carried, for how long, and will it come any nearer?"
At 2026-05-14 09:00
  answering.liaison takes answer with explanation = "They carry parts of a field bridge to replace the ford that the flood took. Drivers kept lights off for a film of dust. From tonight they use lights; the work ends on 2 June."
At 2026-05-20 11:30
  asking.liaison takes close
  state is closed
