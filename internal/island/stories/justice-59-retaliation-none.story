Story: A transfer that was decided before the report
Given ../../../models/justice.md
Case retaliation between filing secretariat and concerned belmark and oversight ombuds

At 2026-11-23 10:00
  filing.filing-officer takes claim with claimant = "A court usher" and detriment = "Transferred to Quell two weeks after I reported that files lay open."
At 2026-11-26 11:00
  oversight.ombudsperson takes hold-off as abel.tarrin with held_off = "The transfer, until it is decided" and reasons = "A child of hers changes school with it."
At 2026-12-03 14:00
  concerned.liaison takes show-cause with other_cause = "The plan of transfers of 2 October, six weeks before the report, names all nine ushers."
At 2026-12-17 11:00
  oversight.ombudsperson takes decide-none as abel.tarrin with reasons = "The plan is older than the report and moves everybody. The files have been locked since."
At 2026-12-18 10:00
  filing.filing-officer takes tell with told = "That the transfer stands, from the summer, and why."
  state is no-reprisal
