Story: The second officer lets the person enter
Given ../../models/border.md
Case entry between deciding arland and aid ombuds and court court

At 2026-07-06 09:00
  deciding.supervisor takes propose as first
  deciding.officer takes admit as second
  state is entered
