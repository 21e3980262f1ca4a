Story: Ten days pass, and what was affirmed stands
Given ../../models/justice.md
Case challenge between defence secretariat and deciding arland

At 2026-03-02 10:00
  defence.person takes lodge
  deciding.judge takes affirm
  clock appeal ends 2026-03-12 10:00
At 2026-03-12 10:01
  clock appeal has lapsed
  state is ended
  defence.counsel is refused appeal because clock-lapsed (Article 5)
