Story: A pursuit whose late call is contested: two accounts stand side by side
Given ../../models/justice.md
Case pursuit between pursuing belmark and entered arland

At 2026-03-02 10:00
  pursuing.officer takes cross with child = false
At 2026-03-02 10:40
  pursuing.officer is refused call-late on the ground "the radio was off" because ground-unknown (Article 18)
  pursuing.officer takes call-late on the ground "late"
  entered.officer may accept-late, contest-late
  entered.officer takes contest-late with account = "They were heard of from a farmer."
  state is stopping
  pursuing.officer takes stop
  pursuing.officer takes report with report = "The radio was out behind the hill." and weapon = false and hurt = false
  entered.prosecutor takes review with kept = "cannot be said" and account = "Both accounts are in the file."
  pursuing.officer sees account, called, child, crossed, hurt, kept, offence, place, reasons, report, weapon
