Story: The file is given, the Party answers, and the President affirms the dismissal
Given ../../models/common/reference.md
Case complaint between filing secretariat and concerned arland and oversight ombuds and appeal court

At 2026-05-04 09:00
  filing.filing-officer takes file
  oversight.ombudsperson takes admit
  oversight.ombudsperson takes ask-file
  concerned.liaison takes give-file
  concerned.liaison takes reply
  oversight.ombudsperson takes dismiss
  filing.filing-officer takes contest
  concerned.liaison is refused affirm because wrong-side (Article 3)
  appeal.president takes affirm
  state is affirmed
