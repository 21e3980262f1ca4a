Story: Force majeure is confirmed, and a late entry as well
Given ../../models/neighbours.md
Case inspection between requesting caldera and receiving arland

At 2026-05-04 08:00
  requesting.verification-officer takes request with inspectors = 2
  receiving.verification-officer takes accept
After PT37H
  receiving.verification-officer takes let-in-late on the ground "late"
  receiving.verification-officer is refused confirm-late because wrong-side (Article 7)
  requesting.verification-officer takes confirm-late
  state is inspected
