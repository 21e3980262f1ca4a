Story: A posting ends after a year
Given ../../models/justice.md
Case posting between sending belmark and host arland

At 2026-03-02 10:00
  sending.liaison takes propose
  host.liaison takes accept given that quota:postings = 0
At 2027-03-02 10:01
  clock term has lapsed
  state is ended
