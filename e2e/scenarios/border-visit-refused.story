Story: A family visit is refused, and the family is told
Given ../../models/border.md
Case visit between asking belmark and granting arland

At 2026-06-01 09:00
  asking.permit-officer takes ask
  granting.permit-officer is refused refuse with reasons = null because reasons-missing (Article 17)
  granting.permit-officer takes refuse on the ground "no place is left"
  asking.permit-officer takes tell
  state is refused
