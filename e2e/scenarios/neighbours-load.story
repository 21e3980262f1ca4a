Story: A load of the island passes free of duty, and the free loads run out
Given ../../models/neighbours.md
Case load between receiving belmark and sending arland

At 2026-05-01 08:00
  sending.customs-officer takes lodge with share_made = 35 and spoils = false and sealed = true
  receiving.customs-officer is refused release given that quota:free-loads = 2000 because quota-used (Article 12)
  receiving.customs-officer takes release given that quota:free-loads = 1999
  effects: uses free-loads
