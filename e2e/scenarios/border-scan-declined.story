Story: A traveller does not wish to be compared by a machine
Given ../../models/border.md
Case scan between checking arland

At 2026-05-04 10:00
  checking.officer takes capture
  checking.officer takes decline
  state is by-hand
  destroyed: template
