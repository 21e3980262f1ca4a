Story: A journey to a doctor is granted at once, and is not counted
Given ../../models/border.md
Case visit between asking belmark and granting arland

At 2026-06-01 09:00
  asking.permit-officer takes ask-urgently with why = "treatment"
  granting.permit-officer is refused refuse on the ground "too many already" because ground-unknown (Article 17)
  granting.permit-officer takes grant-urgently
  effects: issues visit-permit
  asking.permit-officer takes give-up
  state is not-made
