Story: The host declines a team
Given ../../models/justice.md
Case team between proposing caldera and host arland

At 2026-03-02 10:00
  proposing.prosecutor takes propose
  proposing.prosecutor is refused agree because wrong-side (Article 17)
  host.prosecutor takes decline
  state is declined
