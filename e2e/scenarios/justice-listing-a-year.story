Story: A listing ends after a year
Given ../../models/justice.md
Case listing between proposing belmark and second arland and third caldera and oversight ombuds and court court and defence secretariat

At 2026-03-02 10:00
  proposing.listing-member takes propose
  proposing.listing-member takes give-notice
  defence.person takes answer
  second.listing-member takes list
  third.listing-member takes list
At 2027-03-02 10:01
  clock term has lapsed
  state is expired
