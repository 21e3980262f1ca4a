Story: Late, corrected, and closed when both receipts are there
Given ../../models/justice.md
Case correction between reporting arland and holding belmark and third caldera and oversight ombuds

At 2026-03-02 10:00
  reporting.officer takes report
At 2026-03-09 10:01
  holding.registrar takes explain
At 2026-03-16 10:02
  clock correction has lapsed
  holding.registrar takes correct
  holding.registrar takes note-mistaken
  effects: adds mistaken_identities
  reporting.registrar takes confirm
  state is corrected
At 2026-03-19 10:03
  clock receipts has lapsed
  reporting.registrar is refused confirm because quorum-twice (Article 20)
  third.registrar takes confirm
  state is everywhere
  reporting.officer takes tell
  state is told
