Story: A posting is extended by both Parties, once, and ends after two years
Given ../../models/justice.md
Case posting between sending caldera and host belmark

At 2026-03-02 10:00
  sending.liaison takes propose
  host.liaison takes accept given that quota:postings = 0
  sending.liaison takes extend
  sending.liaison is refused extend because quorum-twice (Article 17)
  host.liaison takes extend
  effects: issues liaison-card
At 2027-03-02 10:01
  state is accredited
  clock term ends 2028-03-02 10:00
At 2028-03-02 10:01
  clock term has lapsed
  state is ended
  host.liaison takes tell
  state is told
