Story: Figures stop pursuit at the frontier
Given ../../models/justice.md
Case stage between one arland and two belmark

At 2026-11-02 10:00
  one.liaison takes open
  two.liaison is refused go-back given that indicator:emergencies-not-upheld = 0.05 because condition-unmet (Article 23)
  two.liaison takes go-back given that indicator:emergencies-not-upheld = 0.3
  effects: begins rest
