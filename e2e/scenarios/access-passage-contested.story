Story: A passage of which nobody was told is contested
Given ../../models/access.md
Case passage between bringing waterbearers and receiving lantern and coordinating secretariat and passing caldera

At 2026-03-02 02:00
  bringing.medic takes call
  bringing.medic takes pass-untold on the ground "oral"
  coordinating.coordinator takes contest-untold
  state is contested
  bringing.medic may inform
