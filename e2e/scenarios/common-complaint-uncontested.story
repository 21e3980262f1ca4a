Story: What nobody contests in sixty days has ended
Given ../../models/common/reference.md
Case complaint between filing secretariat and concerned arland and oversight ombuds and appeal court

At 2026-05-04 09:00
  filing.filing-officer takes file
  oversight.ombudsperson takes declare-inadmissible on the ground "not under this text"
After P61D
  clock time-to-contest has lapsed
  state is ended
  filing.filing-officer is refused contest because clock-lapsed (Article 3)
