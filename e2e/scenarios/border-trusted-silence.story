Story: Silence neither trusts nor revokes
Given ../../models/border.md
Case trusted between applying arland and recognising belmark

At 2026-05-04 09:00
  applying.traders-desk takes apply
At 2026-07-03 09:01
  state is applied
  clock decision runs
  clock decision ends 2026-08-02 09:00
  applying.customs takes explain
  applying.customs takes validate
At 2026-08-02 09:02
  clock recognition has lapsed
  state is validated
  recognising.customs takes not-recognise on the ground "premises not safe"
  state is not-recognised
  recognising.customs takes recognise
  recognising.customs takes give-notice
After P15D
  applying.traders-desk may answer, give-up
After PT1S
  state is unheard
  clock hearing has lapsed
  applying.customs takes suspend
After P90D
  state is suspended
After PT1S
  state is recognised
  clock suspension has lapsed
