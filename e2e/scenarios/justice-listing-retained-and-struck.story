Story: Retained by both, affirmed by the Court, and struck by one
Given ../../models/justice.md
Case listing between proposing arland and second belmark and third caldera and oversight ombuds and court court and defence secretariat

At 2026-03-02 10:00
  proposing.listing-member takes propose
  proposing.listing-member takes give-notice
  defence.counsel takes answer
  second.listing-member takes list
  third.listing-member takes list
  defence.counsel takes ask-delisting
  oversight.ombudsperson takes advise
  second.listing-member is refused retain with assessment_answered = {"points": "no"} because condition-unmet (Article 19)
  second.listing-member takes retain
  third.listing-member takes retain
  state is listed
  defence.counsel takes apply
  court.court-judge takes affirm
  defence.counsel takes ask-delisting
  oversight.ombudsperson takes advise
  proposing.listing-member is refused delist because wrong-side (Article 19)
  third.listing-member takes delist
  effects: strikes sanctions_list
  state is struck
