Story: Nobody answers in twenty-four hours, and he may travel
Given ../../../models/border.md
Case visit between asking arland and granting belmark

At 2026-12-28 21:15
  asking.officer takes ask-urgently as mira.tol with number = "V-2026-1208" and traveller = "Bertil Aakre" and family = "His brother Konrad at the hospital of Dornau, who is not expected to see the new year" and why = "sickness or death"

At 2026-12-29 21:16
  clock urgent has lapsed
  state is granted-urgently

At 2026-12-30 06:10
  granting.officer takes come as lev.brandt

At 2027-01-05 17:30
  granting.officer takes return as nora.kess
  state is returned
