Story: Two accounts differ, and both are kept side by side
Given ../../models/access.md
Case verification between ordering secretariat and verifying ombuds and going-along waterbearers and visited caldera

At 2026-03-02 08:00
  ordering.coordinator takes order with subject = "delivery"
  verifying.verifier takes see with first = "forty sacks" and mines = "none were found" given that quota:visits = 0
  going-along.liaison takes see-too with second = "twenty sacks"
  ordering.coordinator takes differ
  state is differing
  visited.liaison sees first, mines, place, second, seen, stretch, subject
