Story: What one checked, the other recognises by its silence
Given ../../../models/border.md
Case recognition between checking arland and issuing belmark

At 2026-07-08 11:40
  checking.officer takes pass-on as mira.tol with document = "B18840573" and kind = "finger" and seen_by = "person"

At 2026-07-09 11:41
  clock recognition has lapsed
  state is recognised
