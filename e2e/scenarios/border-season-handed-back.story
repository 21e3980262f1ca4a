Story: A permit is handed back unused
Given ../../models/border.md
Case season between asking arland and granting belmark

At 2026-04-01 08:00
  asking.permit-officer takes apply
  granting.permit-officer takes grant given that quota:seasonal_work = 12
  granting.permit-officer is refused give-back because wrong-side (Article 16)
  asking.permit-officer takes give-back
  effects: returns seasonal_work
  state is given-back
