Story: A daughter goes to her dying father, and silence lets her go
Given ../../models/border.md
Case visit between asking arland and granting belmark

At 2026-12-24 18:00
  asking.officer takes ask-urgently with why = "sickness or death"
  clock urgent ends 2026-12-25 18:00
After PT24H
  granting.permit-officer may grant-urgently, refuse
After PT1S
  state is granted-urgently
  clock urgent has lapsed
  granting.permit-officer is refused refuse because clock-lapsed (Article 17)
  granting.officer takes come
  clock stay ends 2027-03-25 18:00:01
At 2027-03-25 18:00:01
  state is visiting
After PT1S
  state is returned
  clock stay has lapsed
