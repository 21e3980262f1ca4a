Story: The two leave their figures as they are, together
Given ../../models/neighbours.md
Case statistics between first arland and second belmark

At 2027-02-05 08:00
  first.statistician takes give-first with figure_first = 1000
  second.statistician takes give-second with figure_second = 1180
  second.statistician takes find-different
  first.statistician takes leave
  state is explained
  second.statistician takes leave
  state is different
