Story: Ten days pass, and the request of the defence stays declined
Given ../../models/justice.md
Case defence-request between defence secretariat and prosecuting belmark

At 2026-03-02 10:00
  defence.counsel takes ask
  prosecuting.judge takes decline on the ground "already in the file"
At 2026-03-12 10:01
  clock appeal has lapsed
  state is declined-finally
