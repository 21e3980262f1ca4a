Story: An emergency that nobody answers in 24 hours
Given ../../models/access.md
Case movement between moving waterbearers and coordinating secretariat and near arland and far caldera

At 2026-03-02 08:00
  moving.leader takes lodge-emergency on the ground "lives are in danger"
  coordinating.coordinator takes release-urgently
After PT24H
  near.liaison may receive-urgently, acknowledge, object
After PT1S
  clock notice-urgent has lapsed
  state is unanswered
  coordinating.coordinator may ask-again, raise
  moving.liaison takes call-off
  state is turned-back
