Story: A proposal that nobody decides lapses
Given ../../models/border.md
Case passenger between receiving belmark and left arland

At 2026-03-10 08:00
  receiving.registrar takes receive
  receiving.passenger-unit takes propose
After PT24H
  receiving.officer may dismiss, look
After PT1S
  state is dismissed
  clock review has lapsed
  receiving.officer is refused look because clock-lapsed (Article 8)
  receiving.registrar takes delete
  state is deleted
