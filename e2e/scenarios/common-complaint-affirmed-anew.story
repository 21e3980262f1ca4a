Story: Another person comes to the same end
Given ../../models/common/reference.md
Case complaint between filing secretariat and concerned arland and oversight ombuds and appeal court

At 2026-05-04 09:00
  filing.filing-officer takes file
  oversight.ombudsperson takes declare-inadmissible as ina on the ground "nothing that can be examined"
  filing.filing-officer takes contest
  appeal.president takes refer-back
  oversight.ombudsperson is refused uphold-anew as ina because same-person (Article 3)
  oversight.ombudsperson takes affirm-anew as oda
  state is affirmed
