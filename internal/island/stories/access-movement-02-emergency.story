Story: Cholera on the ridge: a notice of twenty-four hours, and the convoy is there the next evening
Given ../../../models/access.md
Case movement between moving waterbearers and coordinating secretariat and near caldera and far highland-council

At 2026-06-16 06:20
  moving.liaison takes lodge-emergency with convoy = "WB-2026-031" and mark = "WATER-31" and vehicles = 3 and travelling = 7 and goods = "medical" and near_road = [[-22.44, -31.8], [-22.4304, -31.7554], [-22.4192, -31.7112], [-22.4257, -31.6657], [-22.42, -31.62], [-22.4317, -31.5666], [-22.4603, -31.5201], [-22.4847, -31.4719], [-22.5, -31.42]] and near_from = "2026-06-17T06:00:00+02:00" and near_until = "2026-06-17T10:00:00+02:00" and far_road = [[-22.5, -31.42], [-22.4424, -31.4725], [-22.3916, -31.5316], [-22.3454, -31.5957], [-22.28, -31.64], [-22.2184, -31.6677], [-22.1513, -31.6758], [-22.0876, -31.6985], [-22.02, -31.7]] and far_from = "2026-06-17T10:00:00+02:00" and far_until = "2026-06-17T17:00:00+02:00" and delivery = "Clinic on the Ridge Road" and reasons = "Nineteen people with watery stools since Sunday, two children have died, and the clinic has salts for one more day." on the ground "an outbreak of disease"

At 2026-06-16 07:05
  coordinating.coordinator takes release-urgently

At 2026-06-16 08:00
  near.liaison takes receive-urgently
  far.liaison takes receive-urgently

At 2026-06-16 15:30
  near.liaison takes acknowledge
  far.liaison takes acknowledge

At 2026-06-17 06:00
  moving.leader takes set-out

At 2026-06-17 16:20
  moving.leader takes arrive with arrived_vehicles = 3 and delivered = {"unit": "kg", "value": "2350"}

At 2026-06-19 10:00
  coordinating.coordinator takes sign-off

At 2026-06-22 10:00
  moving.leader takes inform
  state is delivered
