Story: Three teams are let in, one of each Party that asks; a second of the same Party is refused, and so is whoever asks fourth
Given ../../models/neighbours.md
Case inspection between requesting caldera and receiving arland called first
Case inspection between requesting caldera and receiving arland called first-again
Case inspection between requesting belmark and receiving arland called second
Case inspection between requesting free-city and receiving arland called third
Case inspection between requesting belmark and receiving arland called fourth
Case inspection between requesting caldera and receiving belmark called elsewhere

At 2026-05-04 08:00
  requesting.verification-officer takes request with inspectors = 2
  receiving.verification-officer takes accept
  receiving.verification-officer takes let-in
  effects: uses inspections
In first-again
At 2026-06-01 08:00
  requesting.verification-officer takes request with inspectors = 2
  receiving.verification-officer is refused refuse on the ground "three inspections this year" given that quota:inspections = 1 and quota:inspections-by-one = 0 because condition-unmet (Article 7)
  receiving.verification-officer takes refuse on the ground "one by the same Party this year"
  state is refused
In second
At 2026-07-01 08:00
  requesting.verification-officer takes request with inspectors = 2
  receiving.verification-officer takes accept
  receiving.verification-officer takes let-in
  effects: uses inspections
In third
At 2026-08-03 08:00
  requesting.verification-officer takes request with inspectors = 2
  receiving.verification-officer takes accept
  receiving.verification-officer takes let-in
  effects: uses inspections
In fourth
At 2026-09-01 08:00
  requesting.verification-officer takes request with inspectors = 2
  receiving.verification-officer takes accept
  receiving.verification-officer is refused let-in because quota-used (Article 7)
In elsewhere
At 2026-09-02 08:00
  requesting.verification-officer takes request with inspectors = 2
  receiving.verification-officer takes accept
  receiving.verification-officer takes let-in
  effects: uses inspections
