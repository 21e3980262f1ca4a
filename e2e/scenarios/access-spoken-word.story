Story: A word is spoken by radio, written down by two, and binds once it is affirmed
Given ../../models/access.md
Case spoken between witnessing secretariat and attesting ombuds and speaking highland-council

At 2026-03-02 08:00
  witnessing.coordinator takes hear as ada with words = "We let the trucks pass at Long Pass until the thaw." and manner = "by radio or telephone"
  clock attestation ends 2026-03-03 08:00
  attesting.verifier is refused attest as ada because same-person (Article 5)
  witnessing.coordinator is refused attest because wrong-side (Article 5)
  speaking.liaison is refused affirm because wrong-state (Article 5)

After PT24H
  attesting.verifier takes attest as ben
  state is attested
  clock affirmation ends 2026-03-10 08:00
  speaking.liaison sees manner, words
  witnessing.coordinator is refused affirm because wrong-side (Article 5)

After P7D
  speaking.liaison takes affirm with affirmed = "Trucks with the mark pass at Long Pass until the first of April."
  state is binding
  speaking.liaison may take-back

After P5D
  speaking.liaison takes take-back
  state is taken-back
  clock way-home ends 2026-03-29 08:00
  witnessing.coordinator may all-home

After P14D
  state is taken-back
After PT1S
  clock way-home has lapsed
  state is ended
