Story: Figures of a year, compared late, side by side
Given ../../models/justice.md
Case statistics between reporting caldera and comparing secretariat

At 2027-01-20 10:00
  comparing.clerk is refused report because wrong-side (Article 22)
  reporting.liaison takes report
  comparing.clerk sees year, questions, hits, requests, orders, arrests, freezings, listings, refused, challenges, upheld
  reporting.liaison is refused compare because wrong-side (Article 22)
At 2027-02-19 10:01
  clock comparison has lapsed
  comparing.clerk takes compare
  state is compared
