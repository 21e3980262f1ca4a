Story: What nobody affirms in seven days does not bind anybody
Given ../../models/access.md
Case spoken between witnessing secretariat and attesting ombuds and speaking arland

At 2026-03-02 08:00
  witnessing.coordinator takes hear
  attesting.verifier takes attest as second
After P7D
  speaking.liaison may affirm, disown
After PT1S
  clock affirmation has lapsed
  state is not-affirmed
  speaking.liaison may nothing
  speaking.liaison is refused affirm because clock-lapsed (Article 5)
