Story: A machine mistakes a traveller, a person sees better, and the other Party recognises it by silence
Given ../../models/border.md
Case scan between checking arland and issuing belmark

At 2026-05-04 10:00
  checking.supervisor is refused capture because wrong-role (Article 9)
  checking.officer takes capture as first with sex = "F" and born_in = "under 30" and nationality = "XB"
  checking.supervisor sees document, kind, template
  issuing.officer sees nothing
  clock comparison ends 2026-05-04 10:10
  checking.officer takes compare as first with outcome = "not the same"
  destroyed: template
  issuing.officer sees document, kind, outcome
  checking.officer is refused release as first because condition-unmet (Article 9)
  checking.officer takes refer as first
  checking.supervisor is refused find-same as first because same-person (Article 9)
  checking.supervisor is refused find-same as second with reasons = null because reasons-missing (Article 9)
  checking.supervisor takes find-same as second
  clock recognition ends 2026-05-05 10:00
  checking.officer takes tell
After PT24H
  issuing.officer may not-recognise, recognise
After PT1S
  state is recognised
  clock recognition has lapsed
