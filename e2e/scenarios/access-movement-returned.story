Story: A notice that names somebody goes back before anybody in control has seen it
Given ../../models/access.md
Case movement between moving lantern and coordinating secretariat and near caldera and far highland-council

At 2026-03-02 08:00
  moving.leader takes lodge
  coordinating.coordinator takes return on the ground "it names a person"
  state is aborted
  near.liaison sees nothing
  far.liaison sees nothing

# What was never released is destroyed all the same: roads and hours after a week, the rest after ninety days.
After P7D
  destroyed: nothing
After PT1S
  destroyed: delivery, far_from, far_road, far_until, near_from, near_road, near_until
