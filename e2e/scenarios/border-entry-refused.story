Story: A refusal of entry that a judge upholds, after a late decision
Given ../../models/border.md
Case entry between deciding arland and aid ombuds and court court

At 2026-07-06 09:00
  deciding.supervisor is refused propose on the ground "a hit" because ground-unknown (Article 7)
  deciding.supervisor is refused propose with assessment_fear = {"protection": "yes", "understood": "yes", "trafficked": "no"} because condition-unmet (Article 7)
  deciding.supervisor takes propose as first with accompanied = true on the ground "ban on entry in force"
  clock second-officer ends 2026-07-06 11:00
  deciding.officer is refused refuse as first because same-person (Article 7)
  deciding.officer takes refuse as second
  state is refused
  clock appeal ends 2026-07-16 09:00
  deciding.officer takes hand-over
  aid.guardian may nothing
After P10D
  aid.counsel takes appeal
  clock judgment ends 2026-07-23 09:00
  deciding.supervisor is refused admit because wrong-state (Article 7)
After P9D
  clock judgment has lapsed
  state is appealed
  court.president is refused dismiss because wrong-role (Article 7)
  court.bench takes dismiss
  state is refused-finally
