Story: The Highland Council speaks on the radio, two write it down, and its officer affirms it
Given ../../../models/access.md
Case spoken between witnessing secretariat and attesting ombuds and speaking highland-council

At 2026-03-12 21:05
  witnessing.coordinator takes hear as noor.haddan with words = "Lorries with the lantern on the door pass the upper bridge by day until the snow is gone. Nobody of ours will ask them for anything." and manner = "by radio or telephone"
  clock attestation ends 2026-03-13 21:05

At 2026-03-13 08:40
  attesting.verifier takes attest

At 2026-03-17 11:00
  speaking.liaison takes affirm with affirmed = "Lorries with the mark of a protected movement pass the upper bridge between seven and nineteen until 30 April. Nobody takes anything from them."
  state is binding

At 2026-04-20 16:00
  speaking.liaison takes take-back with reasons = "The upper bridge has lost a pillar to the flood. We cannot promise what we cannot keep."

At 2026-04-23 12:00
  witnessing.coordinator takes all-home
  state is ended
