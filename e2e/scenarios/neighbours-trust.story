Story: A survey is agreed to, and its totals come late
Given ../../models/neighbours.md
Case trust-survey between asking arland and agreeing belmark

At 2026-10-05 08:00
  asking.statistician takes draft
  asking.statistician is refused agree because wrong-side (Article 16)
  agreeing.statistician takes agree
After P61D
  clock totals has lapsed
  asking.statistician is refused give with asked_persons = 400 and answers = 99 and trusting = 50 because condition-unmet (Article 16)
  asking.statistician takes give with asked_persons = 400 and answers = 250 and trusting = 130
  state is given
