Story: The text is renewed for a year by all three Parties, and is in force after what was its last day
Given ../../models/common/reference.md
Case review between depositary-side secretariat and moving belmark and second caldera called year
Case dispute between claiming arland and responding belmark and mediation secretariat and tribunal court called quarrel

At 2028-09-04 09:00
  last day is 2029-02-28
  depositary-side.depositary-officer takes open
  depositary-side.depositary-officer takes close-views
  depositary-side.depositary-officer takes minute
  moving.liaison takes propose-renewal
  moving.liaison takes consent
  second.liaison takes consent
  last day is 2029-02-28
  role.liaison takes consent
  effects: renews 1
  state is renewed
  last day is 2030-02-28
At 2029-03-01 09:00
  Article 3 is in force between arland and belmark
  Article 9 is in force between arland, belmark and caldera
In quarrel
  claiming.liaison takes raise
  state is negotiation
At 2030-03-01 00:00
  Article 9 is not in force between arland and belmark because not-in-force
