Story: A finding is overtaken by what happens, and whoever knows may say so
Given ../../models/access.md
Case verification between ordering secretariat and verifying ombuds and going-along lantern and visited highland-council

At 2026-03-02 08:00
  ordering.coordinator takes order with subject = "security"
  verifying.verifier takes see given that quota:visits = 0
  going-along.liaison takes see-too
  ordering.coordinator takes alike
  visited.liaison takes overtake with reasons = "There is fighting at the bridge since noon."
  state is out-of-date
