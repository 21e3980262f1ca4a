Story: Frozen first, upheld, and no notice within a day
Given ../../models/justice.md
Case listing between proposing belmark and second arland and third caldera and oversight ombuds and court court and defence secretariat

At 2026-03-02 10:00
  proposing.listing-member takes propose
  proposing.listing-member is refused freeze with assessment_surprise = {"defeat": "no"} because condition-unmet (Article 19)
  proposing.listing-member takes freeze
  second.listing-member is refused uphold because wrong-side (Article 19)
  court.court-judge takes uphold
At 2026-03-03 10:01
  clock notice has lapsed
  state is not-listed
