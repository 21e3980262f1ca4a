Story: Silence admits; the decision is late, and still owed; nothing is recommended
Given ../../models/common/reference.md
Case complaint between filing secretariat and concerned arland and oversight ombuds and appeal court

At 2026-05-04 09:00
  filing.filing-officer takes file with named = true
  filing.filing-officer takes add
After P15D
  clock admissibility has lapsed
  state is admissible
  concerned.liaison sees addition, asks, complainant, grievance, matter, named
After P31D
  clock decision has lapsed
  oversight.ombudsperson is refused take-longer because clock-lapsed (Article 3)
  oversight.ombudsperson takes uphold
  concerned.liaison takes carry-out
  oversight.ombudsperson takes ascertain
After P31D
  clock recommendation has lapsed
  state is closed
