Story: A visit is put off, and one account is no finding
Given ../../models/access.md
Case verification between ordering secretariat and verifying ombuds and going-along waterbearers and visited highland-council

At 2026-03-02 08:00
  ordering.coordinator takes order
  visited.liaison takes put-off on the ground "weather or damage to the road"
  clock later-visit ends 2026-03-05 08:00
  visited.liaison is refused put-off because wrong-state (Article 11)
After P4D
  clock later-visit has lapsed
  verifying.verifier takes see given that quota:visits = 1
After P2D
  going-along.liaison may see-too
After PT1S
  clock second-account has lapsed
  state is one-account
