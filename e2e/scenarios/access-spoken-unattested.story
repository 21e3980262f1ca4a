Story: What one person heard alone is not read back
Given ../../models/access.md
Case spoken between witnessing secretariat and attesting ombuds and speaking caldera

At 2026-03-02 08:00
  witnessing.coordinator takes hear
After PT24H1S
  clock attestation has lapsed
  state is unattested
  attesting.verifier is refused attest as second because clock-lapsed (Article 5)
