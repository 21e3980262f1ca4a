Story: Listed by two after an answer, advised against, struck by the Court
Given ../../models/justice.md
Case listing between proposing arland and second belmark and third caldera and oversight ombuds and court court and defence secretariat

At 2026-03-02 10:00
  proposing.listing-member takes propose
  second.listing-member is refused list because wrong-state (Article 19)
  defence.counsel sees nothing
  proposing.listing-member takes give-notice
  defence.counsel sees document, entry, issuing_state, name, statement, support
  defence.counsel takes ask-time
  defence.counsel takes answer
  second.listing-member is refused list with assessment_answered = {"points": "no"} because condition-unmet (Article 19)
  second.listing-member takes list with assessment_answered = {"points": "yes"}
  state is answered
  second.listing-member is refused list because quorum-twice (Article 19)
  third.listing-member takes list
  effects: adds sanctions_list
  defence.person takes ask-delisting
At 2026-05-01 10:01
  clock report has lapsed
  oversight.ombudsperson takes advise
At 2026-05-31 10:02
  clock retention has lapsed
  defence.counsel takes apply
At 2026-07-30 10:03
  clock court has lapsed
  court.court-judge takes strike
  effects: strikes sanctions_list
  defence.counsel takes tell
  state is told
