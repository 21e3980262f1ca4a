Story: The time that the new text gives is over when it comes into force, and nobody loses by that what time was left
Given texts/records-1.md
Amended by texts/records-2.md
Case request between asking arland and asked belmark

At 2026-12-05 10:00
  asking.prosecutor takes ask with pages = 20
  clock decision ends 2027-01-04 10:00
# Twenty days from 5 December ended on the 25th. Twenty days from the move would end after the old time does: the old time counts.
At 2027-01-01 00:00
  clock decision ends 2027-01-04 10:00
After P2D
  asked.judge takes grant
  state is granted
