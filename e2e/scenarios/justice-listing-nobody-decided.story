Story: The person did not answer, nobody decided, and nobody is listed
Given ../../models/justice.md
Case listing between proposing arland and second belmark and third caldera and oversight ombuds and court court and defence secretariat

At 2026-03-02 10:00
  proposing.listing-member takes propose
  proposing.listing-member takes give-notice
At 2026-04-01 10:01
  clock answer has lapsed
  state is answered
At 2026-05-01 10:02
  clock decision has lapsed
  state is not-listed
