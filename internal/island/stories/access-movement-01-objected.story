Story: A convoy is objected to, is protected all the same, and goes when the objection is lifted
Given ../../../models/access.md
Case movement between moving lantern and coordinating secretariat and near caldera and far highland-council

At 2026-04-07 08:30
  moving.liaison takes lodge with convoy = "LR-2026-014" and mark = "LANTERN-14" and vehicles = 6 and travelling = 13 and goods = "food" and near_road = [[-22.0, -32.02], [-22.0659, -32.0177], [-22.1302, -32.0322], [-22.1854, -31.9955], [-22.25, -31.98], [-22.2765, -31.917], [-22.3257, -31.8696], [-22.38, -31.8302], [-22.44, -31.8]] and near_from = "2026-04-10T07:00:00+02:00" and near_until = "2026-04-10T11:00:00+02:00" and far_road = [[-22.5, -31.42], [-22.5269, -31.4752], [-22.5648, -31.5235], [-22.605, -31.571], [-22.66, -31.6], [-22.7278, -31.6537], [-22.8095, -31.682], [-22.8947, -31.6797], [-22.98, -31.68]] and far_from = "2026-04-10T11:00:00+02:00" and far_until = "2026-04-10T18:00:00+02:00" and delivery = "School yard at the end of the first stretch"

At 2026-04-07 10:10
  coordinating.coordinator takes release
  effects: adds protected_movements, issues convoy_certificate

At 2026-04-07 13:00
  near.liaison takes receive
  far.liaison takes receive

At 2026-04-08 09:00
  far.liaison takes object as zurab.keth with instead = "Saturday the eleventh, from six, when the village has buried its dead and the guns have promised to be silent." and reasons = "Two mortars stand within sight of the third bend, and not all of them are ours." on the ground "fighting on the stretch"
  state is objected
  clock objection ends 2026-04-11 09:00

At 2026-04-10 16:00
  far.liaison takes lift
  near.liaison takes lift
  state is acknowledged

At 2026-04-11 06:15
  moving.leader takes set-out

At 2026-04-11 17:40
  moving.leader takes arrive with arrived_vehicles = 6 and delivered = {"unit": "kg", "value": "41800"}

At 2026-04-13 09:00
  coordinating.coordinator takes sign-off
  effects: strikes protected_movements

At 2026-04-14 10:00
  moving.leader takes inform
  state is delivered
