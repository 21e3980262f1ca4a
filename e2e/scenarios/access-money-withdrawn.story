Story: A pledge is withdrawn before it is paid
Given ../../models/access.md
Case instalment between paying arland and keeping secretariat and spending lantern and auditing court

At 2026-03-02 08:00
  paying.liaison takes pledge with window = "relief"
  keeping.treasurer is refused withdraw-pledge because wrong-side (Article 18)
  paying.liaison takes withdraw-pledge
  state is withdrawn
