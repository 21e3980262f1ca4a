Story: Nobody compared in a quarter of an hour, and the traveller goes on
Given ../../../models/border.md
Case hit between checking arland

At 2026-12-23 18:02
  checking.officer takes open as mira.tol with register = "stolen documents" and number = "B60041287" and issuing_state = "XB" and answer = "Identity card of Belmark, reported lost at Quell on 2 December 2026." and nationality = null

At 2026-12-23 18:18
  clock review has lapsed
  state is lapsed
