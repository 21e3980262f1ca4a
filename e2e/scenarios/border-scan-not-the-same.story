Story: A person sees that it is somebody else
Given ../../models/border.md
Case scan between checking arland

At 2026-05-04 10:00
  checking.officer takes capture as first
  checking.officer takes compare as first with outcome = "not the same"
  checking.officer takes refer as first
  checking.officer is refused find-other as second because wrong-role (Article 9)
  checking.supervisor takes find-other as second
  state is not-the-same
  checking.officer takes tell
