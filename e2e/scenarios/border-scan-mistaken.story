Story: A machine mistakes a traveller, and a person sees better
Given ../../models/border.md
Case scan between checking arland

At 2026-05-04 10:00
  checking.supervisor is refused capture because wrong-role (Article 9)
  checking.officer takes capture as first with sex = "F" and born_in = "under 30" and nationality = "XB"
  checking.supervisor sees document, kind, template
  checking.data-officer sees born_in, nationality, sex
  clock comparison ends 2026-05-04 10:10
  checking.officer takes compare as first with outcome = "not the same"
  destroyed: template
  checking.officer is refused release as first because condition-unmet (Article 9)
  checking.officer takes refer as first
  checking.supervisor is refused find-same as first because same-person (Article 9)
  checking.supervisor is refused find-same as second with reasons = null because reasons-missing (Article 9)
  checking.supervisor takes find-same as second
  checking.officer takes tell
  state is released-by-eye
