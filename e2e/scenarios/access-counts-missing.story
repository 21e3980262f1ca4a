Story: Somebody does not count, and what was counted is shown all the same
Given ../../models/access.md
Case counts between opening secretariat and bringing waterbearers and controlling highland-council

At 2026-05-01 08:00
  opening.coordinator takes open
  bringing.liaison takes count-first with collected = 10 and arrived = 10
After P7DT1S
  clock counting has lapsed
  state is uncounted
  controlling.liaison sees arrived, collected, month, offloaded
