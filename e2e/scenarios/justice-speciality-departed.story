Story: Who leaves in time keeps the protection
Given ../../models/justice.md
Case speciality between holding arland and surrendering caldera and defence secretariat

At 2026-03-02 10:00
  holding.prosecutor takes ask
  holding.validating-judge takes set-free
At 2026-04-15 10:00
  holding.officer takes depart
At 2026-05-30 10:00
  state is departed
