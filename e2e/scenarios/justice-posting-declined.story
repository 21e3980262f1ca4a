Story: The host declines an officer
Given ../../models/justice.md
Case posting between sending belmark and host caldera

At 2026-03-02 10:00
  sending.liaison takes propose
  sending.liaison is refused accept because wrong-side (Article 17)
  host.liaison takes decline
  state is declined
