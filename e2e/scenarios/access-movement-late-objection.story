Story: An objection after the acknowledgement is recorded with its plea; it is contested, and another makes the convoy wait
Given ../../models/access.md
Case movement between moving lantern and coordinating secretariat and near arland and far highland-council

At 2026-03-02 08:00
  moving.leader takes lodge
  coordinating.coordinator takes release
  near.liaison takes acknowledge
  far.liaison takes acknowledge
After PT40H
  far.liaison is refused object on the ground "fighting on the stretch" because wrong-state (Article 7)
  far.liaison is refused object-late on the ground "fighting on the stretch" because ground-unknown (Article 7)
  far.liaison takes object-late on the ground "late" with instead = "in the evening"
  state is objected-late
  clock late-objection ends 2026-03-04 02:00
  far.liaison is refused contest-late because wrong-side (Article 7)
After PT1H
  moving.leader takes contest-late
  state is acknowledged
After PT1H
  near.liaison takes object-late on the ground "necessity" with instead = "by the lower road"
After PT2H
  state is objected-late
After PT1S
  clock late-objection has lapsed
  state is objected
  moving.leader is refused set-out because wrong-state (Article 7)
