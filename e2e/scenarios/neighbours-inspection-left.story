Story: A team leaves before its time is up
Given ../../models/neighbours.md
Case inspection between requesting caldera and receiving arland

At 2026-05-04 08:00
  requesting.verification-officer takes request with inspectors = 2
  receiving.verification-officer takes accept
  receiving.verification-officer takes let-in given that quota:inspections = 0 and quota:inspections-by-one = 0
  receiving.escort is refused leave because wrong-side (Article 7)
  requesting.inspector takes leave
  state is inspected
