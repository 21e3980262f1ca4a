Story: A man in a rowing boat drifted over in the morning mist
Given ../../../models/neighbours.md
Case inadvertent-crossing between holding arland and home belmark and court court and oversight ombuds

At 2027-09-01 07:20
  holding.border-officer takes find as mira.tol with person = "Jannik Brehm" and own_account = "My oar broke. I called, and then I was on your side." and livelihood = "fisher" and found_at = "2027-09-01T04:50:00Z" and belongings = "A rowing boat, one oar, nets, four eels" and family_reached = "His sister at Quell, by telephone" and health = "Cold, otherwise well. He is drinking tea."
At 2027-09-01 07:45
  holding.border-officer takes contact-family as mira.tol
  state is found
