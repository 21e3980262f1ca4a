Story: The second judge is another person, and is late
Given ../../models/justice.md
Case challenge between defence secretariat and deciding arland

At 2026-03-02 10:00
  defence.person takes lodge
  deciding.judge takes affirm as one
  defence.counsel takes appeal
At 2026-04-03 10:00
  clock second-decision has lapsed
  state is appealed
  deciding.judge is refused affirm-on-appeal as one because same-person (Article 5)
  deciding.judge takes affirm-on-appeal as two
  state is ended
