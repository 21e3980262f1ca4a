Story: Preserved, announced and handed over
Given ../../models/justice.md
Case preservation between ordering belmark and addressed caldera

At 2026-03-02 10:00
  ordering.prosecutor takes order
  addressed.provider takes confirm
  ordering.prosecutor takes announce
  addressed.provider takes hand-over
  state is ended
