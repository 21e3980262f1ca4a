Story: The way is open and nobody stands there: they go through, and passage is then no longer needed
Given ../../models/access.md
Case passage between bringing lantern and receiving waterbearers and coordinating secretariat and passing caldera

At 2026-03-02 02:00
  bringing.medic takes call with kind = "blood or medicine"
  coordinating.coordinator takes tell
  bringing.medic takes go-through
  state is passed
  bringing.medic takes end with reasons = "It came too late."
  state is ended
  coordinating.coordinator sees crossing, hour, kind, patients
  passing.checkpoint sees crossing, hour, kind, patients
