Story: The issuing Party recognises a result
Given ../../models/border.md
Case recognition between checking belmark and issuing arland

At 2026-05-04 10:00
  checking.officer takes pass-on
  issuing.officer takes recognise
  state is recognised
