Story: The ford is to be looked at after the flood
Given ../../../models/access.md
Case verification between ordering secretariat and verifying ombuds and going-along lantern and visited caldera

At 2027-08-31 16:30
  ordering.coordinator takes order with subject = "road" and stretch = "South Ford, both banks, after the flood" and place = [-22.44, -31.8]
  clock visit ends 2027-09-03 16:30
  state is ordered
