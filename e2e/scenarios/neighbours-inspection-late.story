Story: A team is let in late, and nobody contests it
Given ../../models/neighbours.md
Case inspection between requesting caldera and receiving arland

At 2026-05-04 08:00
  requesting.verification-officer takes request with inspectors = 2
  receiving.verification-officer takes accept
After PT37H
  clock entry has lapsed
  state is not-admitted
  receiving.verification-officer is refused let-in because clock-lapsed (Article 7)
  receiving.verification-officer takes let-in-late on the ground "late"
  state is admitted-late
After P11D
  clock objection-late has lapsed
  state is inspected
