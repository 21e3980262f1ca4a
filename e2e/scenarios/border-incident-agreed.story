Story: Both Parties agree on one account
Given ../../models/border.md
Case incident between reporting belmark and other arland and watching ombuds

At 2026-11-02 23:30
  reporting.liaison takes report
  other.liaison takes account
  other.liaison takes agree
  reporting.liaison takes agree
  state is agreed
