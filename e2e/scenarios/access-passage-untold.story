Story: A passage of which nobody was told is recorded, and silence makes it neither right nor wrong
Given ../../models/access.md
Case passage between bringing waterbearers and receiving lantern and coordinating secretariat and passing arland

At 2026-03-02 02:00
  bringing.medic takes call
  bringing.medic is refused go-through because wrong-state (Article 9)
  bringing.medic is refused pass-untold on the ground "it was dark" because ground-unknown (Article 9)
  bringing.medic takes pass-untold on the ground "necessity"
  clock untold ends 2026-03-03 02:00
  bringing.medic is refused confirm-untold because wrong-side (Article 9)
After PT24H
  coordinating.coordinator may confirm-untold, contest-untold
After PT1S
  clock untold has lapsed
  state is unconfirmed
  coordinating.coordinator takes confirm-untold
  state is passed
  receiving.medic takes arrive
