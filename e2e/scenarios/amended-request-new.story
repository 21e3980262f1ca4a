Story: A request that is made once the new text is in force begins under it
Given texts/records-1.md
Amended by texts/records-2.md
Case request between asking arland and asked belmark

At 2027-01-02 10:00
  asking.prosecutor takes ask with pages = 300
  state is received
  clock decision ends 2027-01-22 10:00
