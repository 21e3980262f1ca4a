Story: Figures that are the same are agreed
Given ../../models/neighbours.md
Case statistics between first arland and second belmark

At 2027-02-05 08:00
  first.statistician takes give-first with figure_first = 1000
  second.statistician takes give-second with figure_second = 1000
  second.statistician takes find-same
  state is agreed
