Story: The issuing Party recognises a result
Given ../../models/border.md
Case scan between checking belmark and issuing arland

At 2026-05-04 10:00
  checking.officer takes capture
  checking.officer takes compare with outcome = "the same"
  checking.officer takes release
  checking.officer is refused recognise because wrong-side (Article 9)
  issuing.officer takes recognise
  state is recognised
