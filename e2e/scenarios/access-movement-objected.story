Story: A convoy that is objected to on the last instant waits, is shown as protected, and may go once both say so
Given ../../models/access.md
Case movement between moving waterbearers and coordinating secretariat and near caldera and far highland-council

At 2026-03-02 08:00
  moving.liaison takes lodge
  coordinating.coordinator takes release
  near.liaison takes acknowledge
After PT48H
  far.liaison is refused object on the ground "the goods would help the wrong people" because ground-unknown (Article 7)
  far.liaison is refused object on the ground "fighting on the stretch" with instead = null because field-missing (Article 7)
  far.checkpoint is refused object because wrong-role (Article 7)
  far.liaison takes object on the ground "fighting on the stretch" with instead = "After the seventh, or by the river Bel"
  state is objected
  clock objection ends 2026-03-07 08:00
  clock notice has stopped
  near.checkpoint sees convoy, goods, mark, near_from, near_road, near_until, travelling, vehicles
  moving.leader sees instead, reasons
  coordinating.coordinator may raise
  coordinating.coordinator takes raise
  effects: opens obstruction
  moving.leader is refused set-out because wrong-state (Article 7)
After P1D
  near.liaison takes lift
  state is objected
  far.liaison takes lift
  state is acknowledged
  moving.leader takes set-out

# Three days later it has not arrived.
After P3D
  clock arrival ends 2026-03-08 08:00
After PT1S
  clock arrival has lapsed
  moving.leader takes report-held
  state is held
  moving.leader takes turn-back
  coordinating.coordinator takes sign-off-return
  effects: strikes protected_movements
  state is aborted
