Story: A stolen passport is found, two officers look, and the traveller is told
Given ../../models/border.md
Case hit between checking arland

At 2026-06-01 14:00
  checking.supervisor is refused open because wrong-role (Article 6)
  checking.officer takes open as first with register = "stolen documents" and nationality = "XB"
  clock review ends 2026-06-01 14:15
  checking.data-officer sees nationality
After PT5M
  checking.officer is refused confirm as second because wrong-state (Article 6)
  checking.officer takes compare as first with comparison = "the same"
  checking.officer is refused confirm as first because same-person (Article 6)
  checking.supervisor is refused confirm as second with reasons = null because reasons-missing (Article 6)
  checking.supervisor takes confirm as second
  state is confirmed
  effects: nothing
  clock review has stopped
# Nothing refuses entry here: there is no such step.
  checking.supervisor may inform
After P2D
  checking.officer takes inform
After P1Y
  destroyed: answer, comparison, nationality, number, reasons, register, told
