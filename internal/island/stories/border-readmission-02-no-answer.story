Story: A request without an answer ends by itself
Given ../../../models/border.md
Case readmission between requesting belmark and requested arland and aid ombuds and court court

At 2026-08-11 09:00
  requesting.returns-officer takes request with person = "Sander Krook" and identity = "A driving licence of Arland that may be borrowed" and child_alone = false and link = "entered from there"

At 2026-08-21 09:01
  clock identification has lapsed
  state is unanswered

At 2026-09-21 09:01
  clock ending has lapsed
  state is ended
