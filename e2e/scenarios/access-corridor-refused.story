Story: Consent is refused only after a difficulty and an offer, and may be raised for five days
Given ../../models/access.md
Case arrangement between proposing lantern and carrying secretariat and verifying ombuds and near arland and far caldera

At 2026-03-02 09:00
  proposing.liaison takes propose
  carrying.coordinator takes put-forward
  near.liaison takes name-difficulty
  carrying.coordinator takes offer
  near.liaison is refused refuse on the ground "they help the other side" because ground-unknown (Article 6)
  near.liaison is refused refuse on the ground "fighting on the road" with assessment_denial = {"survival": "yes", "milder": "no"} because condition-unmet (Article 6)
  near.liaison is refused refuse on the ground "fighting on the road" with assessment_denial = {"survival": "no", "milder": "yes"} because condition-unmet (Article 6)
  near.liaison is refused refuse on the ground "fighting on the road" with reasons = null because reasons-missing (Article 6)
  near.liaison takes refuse on the ground "fighting on the road"
  state is refused
  proposing.liaison sees aim, assessment_denial, closes, difficulty, kind, offer, opens, reasons, road
  carrying.coordinator may raise
After P5D
  clock raising ends 2026-03-07 09:00
After PT1S
  clock raising has lapsed
  state is closed
