Story: A pledge is taken back before it was paid
Given ../../models/neighbours.md
Case clearance-grant between giving caldera and receiving belmark and keeping secretariat

At 2026-05-10 08:00
  giving.liaison takes pledge with pledged = {"currency": "EUR", "value": "1000"}
  receiving.liaison is refused take-back because wrong-side (Article 17)
  giving.liaison takes take-back
  state is withdrawn
