Story: Nobody asked the authority, and the entry stands
Given ../../models/justice.md
Case correction between reporting arland and holding belmark and third caldera and oversight ombuds

At 2026-03-02 10:00
  reporting.registrar takes report
  holding.registrar takes retain
At 2026-04-01 10:01
  clock asking has lapsed
  state is stands
