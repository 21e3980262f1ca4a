Story: The request is withdrawn, and the person is free
Given ../../models/justice.md
Case extradition between requesting arland and requested belmark and defence secretariat

At 2026-03-02 10:00
  requesting.prosecutor takes ask-arrest with child = false
  requested.officer takes arrest
  requested.officer takes inform
  requested.judge is refused withdraw because wrong-side (Article 12)
  requesting.prosecutor takes withdraw
  state is withdrawn
