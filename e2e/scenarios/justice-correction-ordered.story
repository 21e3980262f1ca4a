Story: An entry that was retained is corrected by order of the data protection authority
Given ../../models/justice.md
Case correction between reporting arland and holding belmark and third caldera and oversight ombuds

At 2026-03-02 10:00
  reporting.officer takes report
  holding.registrar takes retain
  reporting.officer takes ask-authority
At 2026-04-01 10:01
  clock authority has lapsed
  holding.registrar is refused order because wrong-side (Article 20)
  oversight.data-authority takes order
  state is corrected
