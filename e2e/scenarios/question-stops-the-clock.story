Story: A question to the asking side stops the clock
Given ../../bench/northgate.md
Case assistance between requesting arland and requested belmark

At 2026-05-04 08:00
  requesting.prosecutor takes request
  clock decision ends 2026-05-12 08:00
After P3D
  requested.judge takes ask
  clock decision stands still
  clock clarification ends 2026-05-14 08:00
  requesting.prosecutor may clarify, withdraw
  requested.judge may nothing
After P2D
  requesting.prosecutor takes clarify
  state is requested
  clock decision ends 2026-05-14 08:00
  clock clarification has stopped
After P5D
  requested.judge may ask, authorise, refuse
After PT1S
  clock decision has lapsed
  requested.judge may ask, authorise, refuse
