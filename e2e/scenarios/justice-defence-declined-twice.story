Story: Two judges decline what the defence asks for
Given ../../models/justice.md
Case defence-request between defence secretariat and prosecuting caldera

At 2026-03-02 10:00
  defence.counsel takes ask
  prosecuting.judge takes decline as one on the ground "irrelevant to the charge"
  defence.counsel takes appeal
  prosecuting.judge takes decline-on-appeal as two on the ground "irrelevant to the charge"
  state is declined-finally
