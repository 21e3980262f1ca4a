Story: Silence is no admission, and an account that came late stands unless it is contested
Given ../../models/border.md
Case incident between reporting belmark and other arland and watching ombuds

At 2026-11-02 23:30
  reporting.liaison takes report
After P3D
  other.liaison may account
After PT1S
  state is unanswered
  clock account has lapsed
  other.liaison is refused account because clock-lapsed (Article 19)
  other.liaison takes account-late on the ground "necessity"
  state is late
After P5D
  reporting.liaison may accept-late, contest-late
After PT1S
  state is two-accounts
  clock objection has lapsed
