Story: Questions are not agreed to, with reasons
Given ../../models/neighbours.md
Case trust-survey between asking arland and agreeing belmark

At 2026-10-05 08:00
  asking.statistician takes draft
  agreeing.statistician takes disagree
  state is not-made
