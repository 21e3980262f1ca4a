Story: Two figures are compared, explained and stated as different
Given ../../models/neighbours.md
Case statistics between first arland and second belmark

At 2027-02-05 08:00
  first.statistician takes give-first with figure_first = 1000
  second.statistician sees period, series
  second.statistician takes give-second with figure_second = 1180
  second.statistician sees figure_first, figure_second, period, series
  first.statistician is refused find-same because condition-unmet (Article 15)
After P46D
  clock comparing has lapsed
  state is explained
  first.statistician takes explain-first
  second.statistician takes explain-second
  first.statistician takes agree with agreed_figure = 1100
  state is explained
After P46D
  clock explaining has lapsed
  state is different
