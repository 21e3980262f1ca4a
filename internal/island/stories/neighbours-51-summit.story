Story: The summit of the year on the bridge
Given ../../../models/neighbours.md
Case event between proposing arland and accepting belmark

At 2026-05-05 10:00
  proposing.liaison takes propose as greta.nord with kind = "summit" and programme = "Ministers meet on the bridge of Northgate, hear four people who cross each day, and open the second lane." and day = "2026-06-18"
At 2026-05-18 14:00
  accepting.liaison takes accept
At 2026-06-18 16:00
  proposing.liaison takes hold as greta.nord
At 2026-06-29 11:00
  proposing.liaison takes minute as greta.nord with minutes = "The second lane is open. A nurse asked for a lane at night; both sides try it from October."
  accepting.liaison takes minute with minutes = "The second lane is open. A nurse asked for a lane at night; both sides try it from October."
  state is minuted
