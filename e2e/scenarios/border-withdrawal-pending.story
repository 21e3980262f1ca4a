Story: Belmark leaves while a return is appealed; the judge still decides, nobody else is asked for, and a complaint is still taken
Given ../../models/border.md
Case review between depositary-side secretariat and moving belmark and second arland called leaving
Case readmission between requesting arland and requested belmark and aid ombuds and court court called appealed
Case readmission between requesting arland and requested belmark and aid ombuds and court court called late
Case complaint between filing secretariat and concerned belmark and oversight ombuds and appeal court called grievance

At 2026-09-02 09:00
  moving.liaison takes announce-withdrawal
At 2026-10-03 09:00
  moving.liaison takes withdraw
  effects: withdraws belmark
  state is withdrawn
In appealed
At 2026-12-20 09:00
  requesting.returns-officer takes request with child_alone = false
  requested.returns-officer takes identify
  requesting.protection-officer takes assess
  requested.returns-officer takes accept
  requesting.returns-officer takes order
  aid.counsel takes appeal
At 2027-01-04 10:00
  Article 13 is not in force between arland and belmark because party-withdrawn
  state is appealed
  court.bench takes allow as judge
  state is stopped
In late
  requesting.returns-officer is refused request because party-withdrawn (Article 13)
In grievance
  filing.filing-officer takes file with named = true
  state is filed
