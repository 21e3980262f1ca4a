Story: A convoy is notified, received, acknowledged, and comes home; each of the two sees its own stretch
Given ../../models/access.md
Case movement between moving lantern and coordinating secretariat and near arland and far highland-council

At 2026-03-02 08:00
  moving.leader is refused lodge with recipients = "Ada Arling, Ben Arling" because field-unknown (Article 7)
  moving.leader is refused lodge with assessment_route-harm = {"known": "yes", "civilians": "no"} because condition-unmet (Article 7)
  moving.leader takes lodge as ada with convoy = "LR-7" and mark = "LR 7" and vehicles = 6 and near_from = "2026-03-05T07:20:00+02:00" and far_from = "2026-03-05T11:40:00+02:00"
  clock release ends 2026-03-02 12:00
  near.liaison sees nothing
  near.liaison is refused release because wrong-side (Article 7)
  coordinating.coordinator is refused return on the ground "it helps the other side" because ground-unknown (Article 7)

After PT5H
  clock release has lapsed
  coordinating.coordinator takes release
  effects: adds protected_movements, issues convoy_certificate
  clock receipt ends 2026-03-02 19:00
  clock notice ends 2026-03-04 13:00
  near.liaison sees convoy, goods, mark, near_from, near_road, near_until, travelling, vehicles
  near.checkpoint sees convoy, goods, mark, near_from, near_road, near_until, travelling, vehicles
  far.liaison sees convoy, delivery, far_from, far_road, far_until, goods, mark, travelling, vehicles
  far.checkpoint sees convoy, far_from, far_road, far_until, goods, mark, travelling, vehicles

After PT1H
  near.liaison takes receive
  state is notified
  near.liaison is refused receive because quorum-twice (Article 7)
  near.checkpoint is refused receive because wrong-role (Article 7)

# The far side is slow to give a receipt. The duty stays, and the coordinator calls.
After PT6H
  clock receipt has lapsed
  far.liaison takes receive
  state is received
  clock notice ends 2026-03-04 13:00
  moving.leader is refused set-out because wrong-state (Article 7)

After P1D
  near.liaison takes acknowledge
  far.liaison takes acknowledge
  state is acknowledged
  moving.leader may set-out
  moving.liaison may call-off

After P1D
  moving.leader takes set-out
  clock arrival ends 2026-03-07 20:00
  far.checkpoint is refused hold on the ground "they carry too much" because ground-unknown (Article 7)
  far.checkpoint takes hold on the ground "fighting ahead"
  clock holding ends 2026-03-05 02:00
After PT7H
  clock holding has lapsed
  far.checkpoint takes let-go
  state is under-way
After PT4H
  moving.leader takes arrive with arrived_vehicles = 6
  clock sign-off ends 2026-03-12 07:00
  near.liaison is refused sign-off because wrong-side (Article 7)
After P8D
  clock sign-off has lapsed
  coordinating.coordinator takes sign-off
  effects: strikes protected_movements
  state is delivered
  near.liaison sees arrived_vehicles, convoy, delivered, goods, mark, travelling, vehicles
  far.liaison sees arrived_vehicles, convoy, delivered, goods, mark, travelling, vehicles
  moving.leader takes inform
