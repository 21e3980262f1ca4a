Story: A family visit is granted late and not made
Given ../../models/border.md
Case visit between asking arland and granting belmark

At 2026-06-01 09:00
  asking.permit-officer takes ask
  granting.permit-officer is refused grant given that quota:family_visits = 1000 because quota-used (Article 17)
After P10D
  clock decision runs
After PT1S
  clock decision ends 2026-06-21 09:00
  granting.permit-officer takes explain
  granting.permit-officer takes grant given that quota:family_visits = 999
  effects: issues visit-permit, uses family_visits
  clock use ends 2026-09-09 09:00:01
After P90D
  state is granted
After PT1S
  state is given-back
  clock use has lapsed
