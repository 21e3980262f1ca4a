Story: In an emergency the notice is 24 hours and the receipt two; an objection ends without consent
Given ../../models/access.md
Case movement between moving waterbearers and coordinating secretariat and near arland and far caldera

At 2026-03-02 08:00
  moving.leader is refused lodge-emergency on the ground "we are late" because ground-unknown (Article 7)
  moving.leader takes lodge-emergency on the ground "an outbreak of disease"
  coordinating.coordinator is refused release because wrong-state (Article 7)
  coordinating.coordinator takes release-urgently
  clock receipt-urgent ends 2026-03-02 10:00
  clock notice-urgent ends 2026-03-03 08:00
After PT3H
  clock receipt-urgent has lapsed
  near.liaison takes receive-urgently
  far.liaison takes receive-urgently
  state is received-urgently
  clock notice-urgent ends 2026-03-03 08:00
After PT4H
  near.liaison takes object on the ground "imperative military necessity, for a stated time"
After PT72H
  state is objected
After PT1S
  clock objection has lapsed
  state is unanswered
  moving.leader is refused set-out because wrong-state (Article 7)
