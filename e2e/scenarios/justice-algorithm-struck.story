Story: A program whose errors are uneven is struck
Given ../../models/justice.md
Case algorithm between declaring arland and oversight ombuds

At 2026-03-02 10:00
  declaring.liaison takes declare
  oversight.data-authority takes register
  oversight.data-authority takes strike
  effects: strikes algorithms
  state is struck
