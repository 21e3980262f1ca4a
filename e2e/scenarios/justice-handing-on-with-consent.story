Story: The third Party reads what the Party that gave it lets it read
Given ../../models/justice.md
Case handing-on between receiving arland and giving belmark and third caldera

At 2026-03-02 10:00
  receiving.contact-point takes ask
  third.contact-point sees nothing
  receiving.contact-point is refused agree because wrong-side (Article 8)
  giving.contact-point takes agree
  third.contact-point sees answer, reliability, subject
  giving.judge takes defer
  receiving.officer takes tell
  state is told
