Story: Two observers see Autumn Field, but not the waterworks
Given ../../../models/neighbours.md
Case observation between host arland and observing belmark

At 2026-07-08 10:20
  host.verification-officer takes invite with invitation = "Two observers of Belmark are invited to Tavel from 7 to 16 September. Quarters, a vehicle and an interpreter are provided."
At 2026-07-20 11:00
  observing.verification-officer takes accept with observers = 2
At 2026-09-07 09:30
  host.escort takes brief with briefing = "Phases, maps and radio calls were given. Observers move freely with their escort and may photograph outside of the signals tent."
  host.escort takes restrict with restricted_places = "The waterworks of Varnholm and the road that leads to them." and reasons = "They supply a town of 40,000 and have nothing to do with the exercise."
At 2026-09-17 12:15
  observing.inspector takes report with observed = "About 6,000 troops and 68 tanks were seen, no more than notified. The night supply was shown in full. Nobody was kept from seeing it."
At 2026-09-22 10:00
  host.verification-officer takes close
  state is over
