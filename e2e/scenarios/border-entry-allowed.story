Story: A judge lets the person enter
Given ../../models/border.md
Case entry between deciding arland and aid ombuds and court court

At 2026-07-06 09:00
  deciding.supervisor takes propose as first with accompanied = true
  deciding.officer takes refuse as second
  aid.counsel takes appeal
  court.bench is refused allow with reasons = null because reasons-missing (Article 7)
  court.bench takes allow
  state is entered
