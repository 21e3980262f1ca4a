Story: A family visit is made
Given ../../models/border.md
Case visit between asking belmark and granting arland

At 2026-06-01 09:00
  asking.permit-officer takes ask
  granting.permit-officer is refused refuse on the ground "nationality" because ground-unknown (Article 17)
  granting.permit-officer takes grant given that quota:family_visits = 0
  granting.officer takes come
  asking.officer takes return
  state is returned
