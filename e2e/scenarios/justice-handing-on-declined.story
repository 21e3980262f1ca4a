Story: Handing on is declined with reasons
Given ../../models/justice.md
Case handing-on between receiving belmark and giving caldera and third arland

At 2026-03-02 10:00
  receiving.contact-point takes ask
  giving.contact-point is refused decline with reasons = null because reasons-missing (Article 8)
  giving.contact-point takes decline
  third.contact-point sees nothing
