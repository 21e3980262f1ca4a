Story: A visit is handed back
Given ../../models/border.md
Case visit between asking belmark and granting arland

At 2026-06-01 09:00
  asking.permit-officer takes ask
  granting.permit-officer takes grant given that quota:family_visits = 3
  granting.permit-officer is refused give-back because wrong-side (Article 17)
  asking.permit-officer takes give-back
  effects: returns family_visits
  state is given-back
