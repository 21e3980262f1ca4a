Story: Figures of a year, compared late, side by side
Given ../../models/justice.md
Case statistics between reporting caldera and comparing secretariat

At 2027-01-20 10:00
  reporting.liaison takes report
At 2027-02-19 10:01
  clock comparison has lapsed
  comparing.clerk takes compare
  state is compared
