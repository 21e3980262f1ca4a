Story: A late account is contested, and both stand
Given ../../models/border.md
Case incident between reporting belmark and other arland and watching ombuds

At 2026-11-02 23:30
  reporting.liaison takes report
After P4D
  other.liaison is refused account-late on the ground "busy" because ground-unknown (Article 19)
  other.liaison takes account-late on the ground "late"
  other.liaison is refused accept-late because wrong-side (Article 19)
  reporting.liaison takes contest-late
  state is apart
