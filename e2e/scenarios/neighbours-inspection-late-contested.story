Story: A late entry is contested
Given ../../models/neighbours.md
Case inspection between requesting caldera and receiving arland

At 2026-05-04 08:00
  requesting.verification-officer takes request with inspectors = 2
  receiving.verification-officer takes accept
After PT37H
  receiving.verification-officer takes let-in-late on the ground "late"
  requesting.verification-officer takes contest-late with reasons = "The tracks were fresh."
  state is contested
