Story: A team is extended by both, another use is agreed and one is declined, and one leaves
Given ../../models/justice.md
Case team between proposing caldera and host arland

At 2026-03-02 10:00
  proposing.prosecutor takes propose
  host.prosecutor takes agree
  host.prosecutor takes extend
  host.prosecutor is refused extend because quorum-twice (Article 17)
  proposing.prosecutor takes extend
  proposing.prosecutor takes ask-measure
  host.judge takes not-authorise
  proposing.prosecutor takes ask-use
  host.prosecutor takes agree-use
  proposing.prosecutor takes ask-use
  host.prosecutor takes decline-use
  proposing.prosecutor takes leave
  host.prosecutor takes tell
  state is ended
