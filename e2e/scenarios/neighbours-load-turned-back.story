Story: A load is turned back
Given ../../models/neighbours.md
Case load between receiving belmark and sending arland

At 2026-05-01 08:00
  sending.customs-officer takes lodge
  receiving.customs-officer is refused turn-back because wrong-side (Article 12)
  sending.customs-officer takes turn-back
  state is turned-back
