Story: A dismissal is contested, the President is late, and another person decides, late as well
Given ../../models/common/reference.md
Case complaint between filing secretariat and concerned arland and oversight ombuds and appeal court

At 2026-05-04 09:00
  filing.filing-officer takes file
  oversight.ombudsperson takes admit as ina
  oversight.ombudsperson takes group as ina
  clock decision stands still
  oversight.ombudsperson takes go-on as ina
  oversight.ombudsperson takes take-longer as ina with reasons = "A witness is abroad."
  oversight.ombudsperson takes dismiss as ina
After P59D
  filing.filing-officer takes contest
After P31D
  clock second-look has lapsed
  appeal.president takes refer-back
  oversight.ombudsperson is refused affirm-anew as ina because same-person (Article 3)
After P31D
  clock anew has lapsed
  oversight.ombudsperson takes uphold-anew as oda
  state is upheld
