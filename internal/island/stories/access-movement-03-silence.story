Story: Silence is not consent: asked again, no answer, and they decide for themselves
Given ../../../models/access.md
Case movement between moving waterbearers and coordinating secretariat and near arland and far highland-council

At 2026-08-10 08:00
  moving.liaison takes lodge with convoy = "WB-2026-044" and mark = "WATER-44" and vehicles = 4 and travelling = 9 and goods = "water" and near_road = [[-22.66, -31.16], [-22.6579, -31.2018], [-22.6536, -31.2434], [-22.6296, -31.2786], [-22.62, -31.32], [-22.5893, -31.3443], [-22.5569, -31.3663], [-22.5283, -31.393], [-22.5, -31.42]] and near_from = "2026-08-14T06:00:00+02:00" and near_until = "2026-08-14T10:00:00+02:00" and far_road = [[-22.5, -31.42], [-22.5269, -31.4752], [-22.5648, -31.5235], [-22.605, -31.571], [-22.66, -31.6], [-22.7278, -31.6537], [-22.8095, -31.682], [-22.8947, -31.6797], [-22.98, -31.68]] and far_from = "2026-08-14T10:00:00+02:00" and far_until = "2026-08-14T16:00:00+02:00" and delivery = "Water point on the High Road"

At 2026-08-10 09:30
  coordinating.coordinator takes release

At 2026-08-10 14:00
  near.liaison takes acknowledge

At 2026-08-12 09:31
  clock notice has lapsed
  state is unanswered

At 2026-08-12 10:00
  coordinating.coordinator takes ask-again

At 2026-08-12 16:01
  clock second-answer has lapsed
  state is silent

At 2026-08-14 06:10
  moving.leader takes set-out-unanswered with reasons = "Two thousand drink from the river. All nine volunteered this morning, and the road was seen by two on Wednesday."

At 2026-08-14 15:10
  moving.leader takes arrive with arrived_vehicles = 4 and delivered = {"unit": "kg", "value": "24000"}

At 2026-08-17 10:00
  coordinating.coordinator takes sign-off
  moving.leader takes inform
  state is delivered
