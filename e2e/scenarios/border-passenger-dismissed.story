Story: An officer decides against a look, and an entry that a judge opened is closed before its time
Given ../../models/border.md
Case passenger between receiving arland and left belmark

At 2026-03-10 08:00
  receiving.registrar takes receive
  receiving.passenger-unit takes propose
  receiving.officer is refused dismiss with reasons = null because reasons-missing (Article 8)
  receiving.officer takes dismiss
  state is dismissed
After P7M
  receiving.passenger-unit takes ask-opening
  left.judge is refused open with reasons = null because reasons-missing (Article 8)
  left.judge takes open
  receiving.passenger-unit takes close-again
  state is closed
