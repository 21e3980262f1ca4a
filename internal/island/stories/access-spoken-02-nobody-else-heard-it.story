Story: What only one has heard is not read back to anybody
Given ../../../models/access.md
Case spoken between witnessing secretariat and attesting ombuds and speaking caldera

At 2026-09-24 18:30
  witnessing.coordinator takes hear as paul.ember with words = "A colonel said over dinner that the ford would be left alone during the harvest." and manner = "at a meeting"

At 2026-09-25 18:31
  clock attestation has lapsed
  state is unattested
