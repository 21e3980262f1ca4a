Story: Consent for another offence, by a judge of the Party that surrendered
Given ../../models/justice.md
Case speciality between holding arland and surrendering belmark and defence secretariat

At 2026-03-02 10:00
  holding.prosecutor takes ask with offence = "fraud"
  holding.judge is refused consent because wrong-side (Article 13)
  surrendering.judge takes consent
  state is open
