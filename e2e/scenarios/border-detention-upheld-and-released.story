Story: What was done at once is upheld, ordered, and ended by a judge who is silent
Given ../../models/border.md
Case detention between detaining belmark and aid ombuds and court court

At 2026-10-05 10:00
  detaining.officer takes propose with adult = true and interpreter_needed = false
  detaining.officer takes hold-at-once
After PT3H
  court.bench takes uphold
  state is considered
  aid.counsel takes speak
  court.bench takes order
After P1D
  aid.counsel takes ask-release
After PT48H
  court.bench may decline, keep-detained
After PT1S
  state is free
  clock release has lapsed
