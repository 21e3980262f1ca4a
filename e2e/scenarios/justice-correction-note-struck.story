Story: The person no longer wishes the note
Given ../../models/justice.md
Case correction between reporting belmark and holding arland and third caldera and oversight ombuds

At 2026-03-02 10:00
  reporting.officer takes report
  holding.registrar takes correct
  holding.registrar takes note-mistaken
  reporting.registrar takes confirm
  third.registrar takes confirm
  holding.registrar takes strike-note
  effects: strikes mistaken_identities
