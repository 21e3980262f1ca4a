Story: Nobody asks, nobody tells, nobody answers: the duty stays, and the person is not forgotten
Given ../../models/neighbours.md
Case inadvertent-crossing between holding arland and home belmark and court court and oversight ombuds

At 2026-05-04 06:00
  holding.border-officer takes find
After PT7H
  clock asking has lapsed
  state is found
  holding.border-officer takes wish
After PT7H
  clock telling has lapsed
  holding.border-officer takes tell
After P2D
After PT1S
  clock identity has lapsed
  state is identified
After P1D
After PT2S
  clock return has lapsed
  state is identified
  holding.border-officer may contact-family, hand-over, hold-at-once, let-go, refer
  holding.border-officer takes hand-over
After PT7H
  clock receiving has lapsed
  state is handed-over
  home.border-officer takes receive
  state is returned
