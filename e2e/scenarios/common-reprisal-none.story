Story: A cause is shown, and it is no reprisal
Given ../../models/common/reference.md
Case retaliation between filing secretariat and concerned belmark and oversight ombuds

At 2026-05-04 09:00
  filing.filing-officer takes claim
  oversight.ombudsperson takes not-hold-off
  concerned.liaison takes show-cause
  oversight.ombudsperson takes decide-none
  filing.filing-officer takes tell
  state is no-reprisal
