Story: A refusal that counsel does not appeal in ten days is final
Given ../../models/border.md
Case entry between deciding arland and aid ombuds and court court

At 2026-07-06 09:00
  deciding.supervisor takes propose as first with accompanied = true
  deciding.officer takes refuse as second
  deciding.supervisor takes hand-over
After P10D
  aid.counsel may appeal
After PT1S
  state is refused-finally
  clock appeal has lapsed
  aid.counsel is refused appeal because clock-lapsed (Article 7)
