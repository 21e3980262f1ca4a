Story: The first review: what was agreed, and what was not
Given ../../../models/justice.md
Case review between depositary-side secretariat and moving arland and second belmark

At 2026-09-08 10:00
  depositary-side.depositary-officer takes open with agenda = "Eight hours for urgent questions; interpreters; who tells the person."
At 2026-10-09 10:00
  depositary-side.depositary-officer takes minute with minutes = "Agreed: a duty roster for contact points. Not agreed: who pays interpreters."
At 2026-10-12 10:00
  depositary-side.depositary-officer takes close
  state is closed
