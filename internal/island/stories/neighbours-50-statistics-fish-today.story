Story: Fish landed: the two figures wait to be explained
Given ../../../models/neighbours.md
Case statistics between first caldera and second free-city

At 2027-06-01 09:00
  first.statistician takes give-first with series = "fish landed" and period = "January to May 2027" and figure_first = 3120
At 2027-07-20 10:00
  second.statistician takes give-second with figure_second = 2984
At 2027-07-29 11:00
  second.statistician takes find-different
  state is explained
