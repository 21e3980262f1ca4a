Story: A convoy is held before the ford
Given ../../../models/access.md
Case movement between moving lantern and coordinating secretariat and near caldera and far highland-council

At 2027-08-26 09:00
  moving.liaison takes lodge with convoy = "LR-2027-060" and mark = "LANTERN-60" and vehicles = 3 and travelling = 6 and goods = "medical" and near_road = [[-22.0, -32.02], [-22.0659, -32.0177], [-22.1302, -32.0322], [-22.1854, -31.9955], [-22.25, -31.98], [-22.2765, -31.917], [-22.3257, -31.8696], [-22.38, -31.8302], [-22.44, -31.8]] and near_from = "2027-09-01T06:00:00+02:00" and near_until = "2027-09-01T10:00:00+02:00" and far_road = [[-22.5, -31.42], [-22.4424, -31.4725], [-22.3916, -31.5316], [-22.3454, -31.5957], [-22.28, -31.64], [-22.2184, -31.6677], [-22.1513, -31.6758], [-22.0876, -31.6985], [-22.02, -31.7]] and far_from = "2027-09-01T10:00:00+02:00" and far_until = "2027-09-01T17:00:00+02:00" and delivery = "Clinic on the Ridge Road"

At 2027-08-26 10:15
  coordinating.coordinator takes release

At 2027-08-26 15:00
  near.liaison takes acknowledge
  far.liaison takes acknowledge

At 2027-09-01 06:05
  moving.leader takes set-out

At 2027-09-01 07:50
  near.checkpoint takes hold as renzo.adalme with reasons = "The flood of the night has washed something round and rusty onto the ford. The sappers are on their way." on the ground "mines or explosive remnants ahead"
  clock holding ends 2027-09-01 13:50
  state is held
