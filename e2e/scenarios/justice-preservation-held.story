Story: An order was on its way and never came
Given ../../models/justice.md
Case preservation between ordering arland and addressed belmark

At 2026-03-02 10:00
  ordering.prosecutor takes order
  addressed.provider takes confirm
  ordering.prosecutor takes announce
At 2026-05-31 10:01
  clock holding has lapsed
  state is ended
