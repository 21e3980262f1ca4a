Story: A proposal of which nobody gives notice ends
Given ../../models/justice.md
Case listing between proposing belmark and second arland and third caldera and oversight ombuds and court court and defence secretariat

At 2026-03-02 10:00
  proposing.listing-member takes propose
At 2026-04-01 10:01
  clock proposal has lapsed
  state is not-listed
