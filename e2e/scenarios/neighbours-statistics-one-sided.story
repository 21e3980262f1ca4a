Story: A figure without another is published as one side's
Given ../../models/neighbours.md
Case statistics between first arland and second belmark

At 2027-02-05 08:00
  first.statistician takes give-first with figure_first = 1000
After P61D
  clock second-figure has lapsed
  state is one-sided
