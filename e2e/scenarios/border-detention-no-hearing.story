Story: Counsel does not come in a day, and the person is free
Given ../../models/border.md
Case detention between detaining belmark and aid ombuds and court court

At 2026-10-05 10:00
  detaining.officer takes propose with adult = true and interpreter_needed = false
  detaining.supervisor takes consider
After PT24H
  aid.counsel may speak
After PT1S
  state is free
  clock judge has lapsed
