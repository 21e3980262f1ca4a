Story: Too few answered, and no totals are given
Given ../../models/neighbours.md
Case trust-survey between asking arland and agreeing belmark

At 2026-10-05 08:00
  asking.statistician takes draft
  agreeing.statistician takes agree
  asking.statistician takes not-enough
  state is not-made
