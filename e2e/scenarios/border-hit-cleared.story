Story: What the first officer doubts cannot be confirmed
Given ../../models/border.md
Case hit between checking belmark

At 2026-06-01 14:00
  checking.officer takes open as first with register = "watch list"
  checking.officer takes compare as first with comparison = "cannot be said"
  checking.supervisor is refused confirm as second because condition-unmet (Article 6)
  checking.officer is refused clear as first because same-person (Article 6)
  checking.supervisor takes clear as second
  state is cleared
  checking.supervisor may nothing
