Story: With the file there the judge affirms, and the second judge lifts
Given ../../models/justice.md
Case challenge between defence secretariat and deciding caldera

At 2026-03-02 10:00
  defence.counsel takes lodge
  deciding.judge takes ask-file
  deciding.prosecutor takes give-file
  deciding.judge takes affirm as one
  defence.person takes appeal
  deciding.judge is refused lift-on-appeal as one because same-person (Article 5)
  deciding.judge takes lift-on-appeal as two
  state is lifted
