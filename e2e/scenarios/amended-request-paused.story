Story: A pause goes on over the day of the amendment, and is added to the new time
Given texts/records-1.md
Amended by texts/records-2.md
Case request between asking arland and asked belmark

At 2026-12-20 10:00
  asking.prosecutor takes ask with pages = 20
At 2026-12-30 10:00
  asked.judge takes enquire
  clock decision stands still
At 2027-01-04 10:00
  clock decision stands still
  asking.prosecutor takes answer
  clock decision ends 2027-01-14 10:00
  asked.judge takes refuse
