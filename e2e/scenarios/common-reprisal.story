Story: A detriment is held off by silence, no cause is shown, and it is undone late
Given ../../models/common/reference.md
Case retaliation between filing secretariat and concerned belmark and oversight ombuds

At 2026-05-04 09:00
  filing.filing-officer takes claim
After P8D
  clock holding-off has lapsed
  state is held-off
After P15D
  clock cause has lapsed
  state is presumed
  concerned.liaison is refused show-cause because clock-lapsed (Article 4)
  concerned.liaison is refused decide-none because wrong-side (Article 4)
After P31D
  clock decision has lapsed
  oversight.ombudsperson takes decide-reprisal
After P15D
  clock undoing has lapsed
  concerned.liaison takes undo
  state is undone
