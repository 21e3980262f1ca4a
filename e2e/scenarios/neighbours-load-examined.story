Story: An examination that decides nothing in two days has ended
Given ../../models/neighbours.md
Case load between receiving belmark and sending arland

At 2026-05-01 08:00
  sending.customs-officer takes lodge
  receiving.customs-officer takes examine
After P3D
  clock examination has lapsed
  state is released-duty
