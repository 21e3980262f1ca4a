Story: An ambulance passes, and nobody at the crossing learns who is in it
Given ../../models/access.md
Case passage between bringing lantern and receiving waterbearers and coordinating secretariat and passing highland-council

At 2026-03-02 08:00
  bringing.medic takes call with kind = "ambulance" and patients = 1 and patient = "Ada Arling" and condition = "a wound of the leg"
  clock telling ends 2026-03-02 08:15
  passing.checkpoint sees nothing
After PT20M
  clock telling has lapsed
  coordinating.coordinator sees crossing, hour, kind, patients
  coordinating.coordinator takes tell
  clock passage ends 2026-03-02 09:20
  passing.checkpoint sees crossing, hour, kind, patients
  passing.checkpoint may pass, wait
  passing.checkpoint is refused refuse because no-such-step
  passing.checkpoint is refused wait on the ground "the patient is a fighter" because ground-unknown (Article 9)
  passing.checkpoint takes wait on the ground "fighting at the crossing" with wait = "2026-03-02T09:00:00+02:00"
After PT2H
  clock passage has lapsed
  passing.checkpoint takes pass
  clock arrival ends 2026-03-02 16:20
  coordinating.coordinator sees crossing, hour, kind, patients, reasons, wait
After PT7H
  clock arrival has lapsed
  receiving.medic sees condition, crossing, hour, kind, patient, patients, reasons, wait
  receiving.medic takes arrive
  state is arrived
  passing.checkpoint is refused put-off because wrong-side (Article 9)
  receiving.medic takes put-off with reasons = "The patient is not awake."
  coordinating.coordinator sees crossing, hour, kind, patients
After P60D
  receiving.medic takes inform
