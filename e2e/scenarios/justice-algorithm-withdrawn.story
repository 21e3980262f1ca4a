Story: A program is withdrawn
Given ../../models/justice.md
Case algorithm between declaring belmark and oversight ombuds

At 2026-03-02 10:00
  declaring.liaison takes declare
  oversight.data-authority takes register
  declaring.liaison takes withdraw
  state is ended
