Story: The data protection authority leaves the entry
Given ../../models/justice.md
Case correction between reporting belmark and holding arland and third caldera and oversight ombuds

At 2026-03-02 10:00
  reporting.officer takes report
  holding.registrar takes retain
  reporting.officer takes ask-authority
  oversight.data-authority takes leave
  state is stands
