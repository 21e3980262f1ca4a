Story: Seed for the High Road: the notice has arrived, and two answers are awaited
Given ../../../models/access.md
Case movement between moving waterbearers and coordinating secretariat and near arland and far highland-council

At 2027-08-31 10:40
  moving.liaison takes lodge with convoy = "WB-2027-052" and mark = "WATER-52" and vehicles = 4 and travelling = 8 and goods = "other relief" and near_road = [[-22.66, -31.16], [-22.6579, -31.2018], [-22.6536, -31.2434], [-22.6296, -31.2786], [-22.62, -31.32], [-22.5893, -31.3443], [-22.5569, -31.3663], [-22.5283, -31.393], [-22.5, -31.42]] and near_from = "2027-09-03T07:00:00+02:00" and near_until = "2027-09-03T11:00:00+02:00" and far_road = [[-22.5, -31.42], [-22.5269, -31.4752], [-22.5648, -31.5235], [-22.605, -31.571], [-22.66, -31.6], [-22.7278, -31.6537], [-22.8095, -31.682], [-22.8947, -31.6797], [-22.98, -31.68]] and far_from = "2027-09-03T11:00:00+02:00" and far_until = "2027-09-03T16:00:00+02:00" and delivery = "Barn of the mill at the end of the first stretch"

At 2027-08-31 11:30
  coordinating.coordinator takes release

At 2027-08-31 14:00
  near.liaison takes receive
  far.liaison takes receive
  clock notice ends 2027-09-02 11:30
  state is received
