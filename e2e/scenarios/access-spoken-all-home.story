Story: A word that was taken back ends once nobody is on the road
Given ../../models/access.md
Case spoken between witnessing secretariat and attesting ombuds and speaking arland

At 2026-03-02 08:00
  witnessing.coordinator takes hear
  attesting.verifier takes attest as second
  speaking.liaison takes affirm
  speaking.liaison takes take-back
  speaking.liaison is refused all-home because wrong-side (Article 5)
  witnessing.coordinator takes all-home
  state is ended
