Story: The convoy leader accepts a late objection; an incomplete notice goes back
Given ../../models/access.md
Case movement between moving lantern and coordinating secretariat and near caldera and far highland-council

At 2026-03-02 08:00
  moving.leader takes lodge
  coordinating.coordinator takes release
  near.liaison takes acknowledge
  far.liaison takes acknowledge
  near.liaison takes object-late on the ground "force-majeure"
  moving.leader takes accept-late
  state is objected
  moving.liaison takes call-off
  coordinating.coordinator takes sign-off-return
  state is aborted
