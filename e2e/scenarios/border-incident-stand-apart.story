Story: A late account is accepted, and one Party lets both stand
Given ../../models/border.md
Case incident between reporting arland and other belmark and watching ombuds

At 2026-11-02 23:30
  reporting.liaison takes report
After P4D
  other.liaison takes account-late on the ground "defective"
  reporting.liaison takes accept-late
  other.liaison takes stand-apart
  state is apart
  other.liaison takes tell
