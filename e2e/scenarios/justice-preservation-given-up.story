Story: Preservation is given up
Given ../../models/justice.md
Case preservation between ordering belmark and addressed caldera

At 2026-03-02 10:00
  ordering.prosecutor takes order
  addressed.provider is refused end because wrong-side (Article 11)
  ordering.prosecutor takes end
  ordering.prosecutor takes tell
  state is told
