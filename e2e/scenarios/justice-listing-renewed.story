Story: A listing is renewed on fresh reasons, and the person is heard again
Given ../../models/justice.md
Case listing between proposing arland and second belmark and third caldera and oversight ombuds and court court and defence secretariat

At 2026-03-02 10:00
  proposing.listing-member takes propose
  proposing.listing-member takes give-notice
  defence.counsel takes answer
  second.listing-member takes list
  third.listing-member takes list
At 2027-01-10 10:00
  second.listing-member is refused renew because wrong-side (Article 19)
  proposing.listing-member takes renew with statement = "Fresh payments were seen."
  state is noticed
  second.listing-member is refused list because wrong-state (Article 19)
  defence.counsel takes answer
  second.listing-member takes not-list
  state is not-listed
