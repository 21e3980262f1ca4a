Story: The machine says the same, and the traveller goes on
Given ../../models/border.md
Case scan between checking belmark

At 2026-05-04 10:00
  checking.officer takes capture
  checking.officer is refused refer because wrong-state (Article 9)
  checking.officer takes compare with outcome = "the same"
  checking.officer is refused refer because condition-unmet (Article 9)
  checking.officer takes release
  state is released
