Story: A load is examined and seized, and a Judge puts off telling the trader
Given ../../models/neighbours.md
Case load between receiving belmark and sending arland

At 2026-05-01 08:00
  sending.customs-officer takes lodge
  receiving.customs-officer takes examine
  receiving.customs-officer is refused seize on the ground "dislike" because ground-unknown (Article 12)
  receiving.customs-officer takes seize on the ground "forbidden goods"
  receiving.customs-officer is refused put-off because wrong-role (Article 12)
  receiving.judge takes put-off
After P31D
  receiving.customs-officer takes tell
