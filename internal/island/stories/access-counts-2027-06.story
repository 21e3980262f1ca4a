Story: Counts of June 2027: two counts that agree
Given ../../../models/access.md
Case counts between opening secretariat and bringing waterbearers and controlling caldera

At 2027-07-01 09:00
  opening.coordinator takes open with month = "2027-06-01" and offloaded = 132

At 2027-07-05 10:00
  bringing.liaison takes count-first with collected = 129 and arrived = 129
  controlling.liaison takes control with passed = 129 and kept_back = 0
  opening.coordinator takes agree
  state is agreed
