Story: Silence hands nothing on
Given ../../models/justice.md
Case handing-on between receiving arland and giving belmark and third caldera

At 2026-03-02 10:00
  receiving.contact-point takes ask
At 2026-03-09 10:01
  clock consent has lapsed
  state is declined
  third.contact-point sees nothing
