Story: Persons who crossed in 2026: two figures, both explained, both left
Given ../../../models/neighbours.md
Case statistics between first arland and second belmark

At 2027-02-09 10:00
  first.statistician takes give-first with series = "persons who crossed" and period = "2026" and figure_first = 412806
At 2027-03-02 11:00
  second.statistician takes give-second with figure_second = 409377
At 2027-03-10 10:00
  first.statistician takes find-different
At 2027-03-24 14:00
  first.statistician takes explain-first with explained_first = "Every passage through the turnstile, children in arms included."
  second.statistician takes explain-second with explained_second = "Every document that was looked at. Children in arms have none."
At 2027-04-08 10:00
  first.statistician takes leave
  second.statistician takes leave
  state is different
