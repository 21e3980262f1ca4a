Story: Preserved, extended once, and let go
Given ../../models/justice.md
Case preservation between ordering arland and addressed belmark

At 2026-03-02 10:00
  ordering.prosecutor takes order
At 2026-03-04 10:01
  clock confirmation has lapsed
  addressed.provider takes confirm
At 2026-05-01 10:00
  ordering.prosecutor takes extend
  ordering.prosecutor is refused extend because condition-unmet (Article 11)
At 2026-06-02 10:02
  clock preservation has lapsed
  state is ended
  ordering.prosecutor takes tell
  state is told
