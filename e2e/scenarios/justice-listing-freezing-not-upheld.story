Story: Nobody upheld the freezing in 48 hours
Given ../../models/justice.md
Case listing between proposing belmark and second arland and third caldera and oversight ombuds and court court and defence secretariat

At 2026-03-02 10:00
  proposing.listing-member takes propose
  proposing.listing-member takes freeze
At 2026-03-04 10:01
  clock interim has lapsed
  state is not-listed
