Story: A request of the defence is declined, and a second judge is late
Given ../../models/justice.md
Case defence-request between defence secretariat and prosecuting belmark

At 2026-03-02 10:00
  defence.counsel takes ask
  prosecuting.judge is refused decline on the ground "too costly" because ground-unknown (Article 10)
  prosecuting.judge takes decline as one on the ground "only to delay"
  defence.counsel takes appeal
At 2026-03-12 10:01
  clock second-decision has lapsed
  prosecuting.judge is refused grant-on-appeal as one because same-person (Article 10)
  prosecuting.judge takes grant-on-appeal as two
  state is granted
