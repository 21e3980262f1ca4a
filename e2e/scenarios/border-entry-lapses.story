Story: Nobody decides about a refusal within two hours, and the person enters
Given ../../models/border.md
Case entry between deciding belmark and aid ombuds and court court

At 2026-07-06 09:00
  deciding.supervisor takes propose as first with accompanied = false
  deciding.officer is refused refuse as second because condition-unmet (Article 7)
After PT2H
  deciding.officer may admit
After PT1S
  state is entered
  clock second-officer has lapsed
  deciding.officer is refused refuse as second because clock-lapsed (Article 7)
