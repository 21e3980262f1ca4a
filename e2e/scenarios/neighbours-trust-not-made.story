Story: A survey whose questions nobody agreed to is not made
Given ../../models/neighbours.md
Case trust-survey between asking arland and agreeing belmark

At 2026-10-05 08:00
  asking.statistician takes draft
After P31D
  clock agreement has lapsed
  state is not-made
