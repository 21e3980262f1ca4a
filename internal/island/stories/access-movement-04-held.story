Story: Held at a barrier over a mark that had been washed off
Given ../../../models/access.md
Case movement between moving lantern and coordinating secretariat and near caldera and far highland-council

At 2026-12-07 09:00
  moving.liaison takes lodge with convoy = "LR-2026-077" and mark = "LANTERN-77" and vehicles = 5 and travelling = 11 and goods = "shelter" and near_road = [[-21.5304, -31.8682], [-21.5887, -31.896], [-21.6381, -31.9376], [-21.7012, -31.9559], [-21.75, -32.0], [-21.8135, -32.0006], [-21.8765, -31.9918], [-21.9384, -32.0052], [-22.0, -32.02]] and near_from = "2026-12-10T07:00:00+02:00" and near_until = "2026-12-10T12:00:00+02:00" and far_road = [[-22.5, -31.42], [-22.4424, -31.4725], [-22.3916, -31.5316], [-22.3454, -31.5957], [-22.28, -31.64], [-22.2184, -31.6677], [-22.1513, -31.6758], [-22.0876, -31.6985], [-22.02, -31.7]] and far_from = "2026-12-10T12:00:00+02:00" and far_until = "2026-12-10T18:00:00+02:00" and delivery = "Storehouse behind the last stop of the Ridge Road"

At 2026-12-07 10:00
  coordinating.coordinator takes release

At 2026-12-07 12:00
  near.liaison takes acknowledge
  far.liaison takes acknowledge

At 2026-12-10 07:00
  moving.leader takes set-out

At 2026-12-10 12:40
  far.checkpoint takes hold as gela.narzan with reasons = "The paper says LANTERN-77, the door says LANTERN-1. The rain has taken the rest, but I did not see it happen." on the ground "the mark is not that of a protected movement"

At 2026-12-10 15:20
  far.checkpoint takes let-go as gela.narzan

At 2026-12-10 19:30
  moving.leader takes arrive with arrived_vehicles = 5 and delivered = {"unit": "kg", "value": "18600"}

At 2026-12-14 10:00
  coordinating.coordinator takes sign-off
  moving.leader takes inform
  state is delivered
