Story: A program is registered late, and its registration ends
Given ../../models/justice.md
Case algorithm between declaring arland and oversight ombuds

At 2026-03-02 10:00
  declaring.liaison is refused declare with assessment_rights-impact = {"human": "no", "groups": "yes", "explained": "yes"} because condition-unmet (Article 21)
  declaring.liaison takes declare
At 2026-05-01 10:01
  clock review has lapsed
  state is declared
  oversight.data-authority takes register
  effects: adds algorithms
At 2027-05-01 10:02
  clock year has lapsed
  state is ended
