Story: The data protection authority refuses a program
Given ../../models/justice.md
Case algorithm between declaring belmark and oversight ombuds

At 2026-03-02 10:00
  declaring.liaison takes declare
  declaring.liaison is refused register because wrong-side (Article 21)
  oversight.data-authority takes refuse
  state is refused
