Story: An officer is recalled
Given ../../models/justice.md
Case posting between sending belmark and host caldera

At 2026-03-02 10:00
  sending.liaison takes propose
  host.liaison takes accept given that quota:postings = 0
  sending.liaison takes recall
  state is ended
