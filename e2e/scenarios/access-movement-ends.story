Story: Objections one after the other do not keep a notice alive; the convoy goes home, and stays protected until then
Given ../../models/access.md
Case movement between moving lantern and coordinating secretariat and near arland and far highland-council

At 2026-03-02 08:00
  moving.leader takes lodge
  coordinating.coordinator takes release
  clock notice-ends ends 2026-03-12 08:00
  near.liaison takes object on the ground "fighting on the stretch" with instead = "after the fourth"
After PT73H
  coordinating.coordinator takes ask-again
  far.liaison takes object on the ground "fighting on the stretch" with instead = "after the eighth"
  clock notice-ends ends 2026-03-12 08:00
After PT73H
  coordinating.coordinator takes raise
  effects: opens obstruction
  coordinating.coordinator takes ask-again
  near.liaison takes object on the ground "fighting on the stretch" with instead = "after the twelfth"
After P4D
  clock notice-ends has lapsed
  state is turned-back
  near.checkpoint sees convoy, goods, mark, near_from, near_road, near_until, travelling, vehicles
  coordinating.coordinator takes sign-off-return
  effects: strikes protected_movements
  near.checkpoint sees convoy, goods, mark, travelling, vehicles
