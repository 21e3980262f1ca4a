Story: Nobody acts: the source is destroyed all the same, and the acknowledgement still owed
Given ../../models/common/reference.md
Case integrity-report between filing secretariat and concerned belmark and oversight ombuds

At 2026-05-04 09:00
  filing.filing-officer takes report with source = "a clerk"
After P7D
After PT1S
  clock source is sealed
  oversight.investigator sees account, channel, subject
After P1D
After PT1S
  clock source has lapsed
  state is sealed
  destroyed: source
  clock acknowledgement has lapsed
  oversight.investigator takes acknowledge
  oversight.investigator is refused close on the ground "inconvenient" because ground-unknown (Article 4)
  oversight.investigator takes close on the ground "unfounded"
  state is closed
