Story: Forty days without a request, and then six months
Given ../../models/justice.md
Case extradition between requesting arland and requested belmark and defence secretariat

At 2026-03-02 10:00
  requesting.prosecutor takes ask-arrest with child = false
  defence.counsel sees nothing
  requested.officer takes arrest
  clock provisional ends 2026-04-11 10:00
  defence.counsel sees child, identity, maximum, offence, warrant
  requested.officer takes inform
At 2026-04-11 10:01
  clock provisional has lapsed
  state is released
At 2026-10-11 10:02
  clock after-release has lapsed
  state is closed
  requesting.prosecutor is refused request because clock-lapsed (Article 12)
