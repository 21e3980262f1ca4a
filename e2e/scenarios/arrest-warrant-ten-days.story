Story: Nobody fetched the person in ten days
Given ../../docs/examples/arrest-warrant.md
Case execution between issuing caldera and executing arland and defence bars

At 2026-03-02 10:00
  issuing.issuing-judge takes submit with listed = "none of them" and other_offence = "defamation"
  executing.officer takes arrest
  executing.officer takes inform
After P3D
  executing.executing-judge takes hear
  executing.executing-judge is refused refuse-no-offence because condition-unmet (Article 17)
After P10D
  executing.executing-judge takes order
  state is ordered
  clock handover ends 2026-03-25 10:00
At 2026-03-24 09:00
  executing.executing-judge takes agree-date with new_date = "2026-03-27" on the ground "beyond the control of a Party (Article 23(3))"
  state is ordered
  executing.executing-judge is refused agree-date because quorum-twice (Article 17)
  issuing.issuing-judge takes agree-date with new_date = "2026-03-27" on the ground "beyond the control of a Party (Article 23(3))"
  state is rescheduled
  clock handover has stopped
  clock handover-anew ends 2026-04-03 09:00
At 2026-04-03 09:01
  state is released
  executing.officer is refused hand-over because clock-lapsed (Article 17)
  issuing.issuing-judge may agree-date
  executing.executing-judge may agree-date
