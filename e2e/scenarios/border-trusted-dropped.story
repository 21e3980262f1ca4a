Story: What was alleged is dropped, and the status is given up later
Given ../../models/border.md
Case trusted between applying belmark and recognising arland

At 2026-05-04 09:00
  applying.traders-desk takes apply
  applying.customs takes validate
  recognising.customs takes recognise
  recognising.customs takes give-notice
  recognising.customs is refused drop with reasons = null because reasons-missing (Article 11)
  recognising.customs takes drop
  state is recognised
  applying.traders-desk takes give-up
  state is given-up
