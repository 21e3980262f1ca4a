Story: A detriment is held off by decision
Given ../../models/common/reference.md
Case retaliation between filing secretariat and concerned belmark and oversight ombuds

At 2026-05-04 09:00
  filing.filing-officer takes claim
  concerned.liaison is refused hold-off because wrong-side (Article 4)
  oversight.ombudsperson takes hold-off
  state is held-off
