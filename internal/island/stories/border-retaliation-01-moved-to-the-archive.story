Story: Moved to the archive after the report, and back again
Given ../../../models/border.md
Case retaliation between filing secretariat and concerned arland and oversight ombuds

At 2026-11-24 10:00
  filing.filing-officer takes claim with claimant = "Oddny Karlsen" and detriment = "Four days after the dismissal she was moved from desk 2 to the archive at Tavel, without reasons."

At 2026-12-01 10:01
  clock holding-off has lapsed
  state is held-off

At 2026-12-09 10:00
  concerned.liaison takes show-cause with other_cause = "The archive was short of a clerk since spring. No paper before 16 November says so."

At 2026-12-21 10:00
  oversight.ombudsperson takes decide-reprisal with order = "She returns to desk 2, and her file says nothing of the archive." and reasons = "A need that nobody wrote down for seven months and that appears after four days is not the cause."
  filing.filing-officer takes tell with told = "That she goes back to her desk by 4 January."

At 2027-01-04 09:00
  concerned.liaison takes undo with undone = "She has been at desk 2 since this morning. The head of the crossing apologised before the shift."
  state is undone
