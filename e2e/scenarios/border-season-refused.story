Story: A permit is refused on one of three grounds
Given ../../models/border.md
Case season between asking arland and granting belmark

At 2026-04-01 08:00
  asking.permit-officer takes apply
  granting.permit-officer is refused refuse on the ground "complained last year" because ground-unknown (Article 16)
  granting.permit-officer takes refuse on the ground "conditions of work are not equal"
  state is refused
  asking.permit-officer takes tell
