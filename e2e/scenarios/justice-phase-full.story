Story: Full operation begins by both, and not while orders were not upheld
Given ../../models/justice.md
Case stage between one arland and two belmark

At 2026-11-02 10:00
  one.liaison takes open
  one.liaison takes begin given that indicator:emergencies-not-upheld = 0.05
  one.liaison is refused begin given that indicator:emergencies-not-upheld = 0.05 because quorum-twice (Article 23)
  two.liaison is refused begin given that indicator:emergencies-not-upheld = 0.3 because condition-unmet (Article 23)
  two.liaison takes begin given that indicator:emergencies-not-upheld = 0.05
  effects: begins full
