Story: A Party leaves while a complaint against it is open; the complaint goes on to its end, and may be made anew
Given ../../models/common/reference.md
Case review between depositary-side secretariat and moving belmark and second caldera called leaving
Case complaint between filing secretariat and concerned belmark and oversight ombuds and appeal court called grievance
Case dispute between claiming arland and responding belmark and mediation secretariat and tribunal court called quarrel
Case dispute between claiming arland and responding belmark and mediation secretariat and tribunal court called late-quarrel
Case complaint between filing secretariat and concerned belmark and oversight ombuds and appeal court called late-grievance

At 2026-09-02 09:00
  moving.liaison takes announce-withdrawal with reasons = "Our courts cannot do what this text asks."
In quarrel
At 2026-09-20 09:00
  claiming.liaison takes raise
In leaving
At 2026-10-03 09:00
  moving.liaison takes withdraw
  effects: withdraws belmark
  state is withdrawn
  Article 3 is in force between arland and belmark
In grievance
At 2026-12-30 09:00
  filing.filing-officer takes file with named = false
At 2027-01-01 10:00
  Article 3 is not in force between arland and belmark because party-withdrawn
  Article 9 is not in force between belmark and caldera because party-withdrawn
  Article 9 is in force between arland and caldera
  oversight.ombudsperson takes admit
  oversight.ombudsperson takes uphold with remedy = "correction"
  concerned.liaison may carry-out
After P31D
  clock remedy has lapsed
  state is upheld
  concerned.liaison takes carry-out
  oversight.ombudsperson takes ascertain
  state is remedied
In quarrel
  state is negotiation-over
  responding.liaison takes ask-mediation
  state is mediation-asked
In late-quarrel
  claiming.liaison is refused raise because party-withdrawn (Article 9)
In late-grievance
  filing.filing-officer takes file with named = false
  state is filed
