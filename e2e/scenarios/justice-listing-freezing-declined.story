Story: The judge of the Court does not uphold the freezing
Given ../../models/justice.md
Case listing between proposing arland and second belmark and third caldera and oversight ombuds and court court and defence secretariat

At 2026-03-02 10:00
  proposing.listing-member takes propose
  proposing.listing-member takes freeze
  proposing.asset-office sees document, entry, issuing_state, name
  court.court-judge takes not-uphold
  state is not-listed
  proposing.asset-office sees nothing
