Story: One Party objects, the text ends on its last day; what had begun goes on, and nothing of it begins anew but a remedy
Given ../../models/common/reference.md
Case review between depositary-side secretariat and moving belmark and second caldera called year
Case dispute between claiming arland and responding belmark and mediation secretariat and tribunal court called quarrel
Case dispute between claiming arland and responding caldera and mediation secretariat and tribunal court called late-quarrel
Case complaint between filing secretariat and concerned belmark and oversight ombuds and appeal court called late-grievance

At 2028-09-04 09:00
  depositary-side.depositary-officer takes open
  depositary-side.depositary-officer takes close-views
  depositary-side.depositary-officer takes minute
  moving.liaison takes propose-renewal
  moving.liaison takes consent
  role.liaison takes object with reasons = "A breach was not mended."
  state is not-renewed
  second.liaison is refused consent because wrong-state (Article 12)
  last day is 2029-02-28
In quarrel
At 2029-02-20 09:00
  claiming.liaison takes raise
At 2029-02-28 23:00
  Article 9 is in force between arland and caldera
At 2029-03-01 00:00
  last day is 2029-02-28
  Article 9 is not in force between arland and caldera because not-in-force
At 2029-03-05 09:00
  responding.liaison takes answer
  claiming.liaison takes settle
  responding.liaison takes settle
  state is settled
In late-quarrel
  claiming.liaison is refused raise because not-in-force (Article 9)
In late-grievance
  filing.filing-officer takes file with named = true
  state is filed
