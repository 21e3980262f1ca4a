Story: A convoy has lodged its notice, and nobody on the road knows of it yet
Given ../../../models/access.md
Case movement between moving lantern and coordinating secretariat and near caldera and far highland-council

At 2027-09-01 07:35
  moving.liaison takes lodge with convoy = "LR-2027-061" and mark = "LANTERN-61" and vehicles = 7 and travelling = 15 and goods = "food" and near_road = [[-22.0, -32.02], [-22.0659, -32.0177], [-22.1302, -32.0322], [-22.1854, -31.9955], [-22.25, -31.98], [-22.2765, -31.917], [-22.3257, -31.8696], [-22.38, -31.8302], [-22.44, -31.8]] and near_from = "2027-09-04T07:00:00+02:00" and near_until = "2027-09-04T11:00:00+02:00" and far_road = [[-22.5, -31.42], [-22.5269, -31.4752], [-22.5648, -31.5235], [-22.605, -31.571], [-22.66, -31.6], [-22.7278, -31.6537], [-22.8095, -31.682], [-22.8947, -31.6797], [-22.98, -31.68]] and far_from = "2027-09-04T11:00:00+02:00" and far_until = "2027-09-04T17:00:00+02:00" and delivery = "Threshing floor beside the clinic on the High Road"
  clock release ends 2027-09-01 11:35
  state is lodged
