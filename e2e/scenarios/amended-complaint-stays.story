Story: A complaint that is open when the text is amended ends under the text under which it was made
Given texts/records-1.md
Amended by texts/records-2.md
Case complaint between complaining arland and deciding secretariat

At 2026-12-20 10:00
  complaining.prosecutor takes complain
  clock answer ends 2027-02-18 10:00
At 2027-01-10 10:00
  clock answer ends 2027-02-18 10:00
  deciding.registrar takes decide
  state is decided
