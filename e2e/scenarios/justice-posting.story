Story: Four liaison officers and not five, and a recall without reasons
Given ../../models/justice.md
Case posting between sending caldera and host arland

At 2026-03-02 10:00
  sending.liaison takes propose
  host.liaison is refused accept given that quota:postings = 4 because quota-used (Article 17)
  host.liaison takes accept given that quota:postings = 3
  effects: issues liaison-card, uses postings
  host.liaison takes ask-recall
At 2026-03-09 10:01
  clock recall has lapsed
  state is ended
  host.liaison takes tell
  effects: revokes liaison-card
