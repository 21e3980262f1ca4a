Story: The asking side does not answer, and its request lapses
Given ../../bench/northgate.md
Case assistance between requesting arland and requested belmark

At 2026-05-04 08:00
  requesting.prosecutor takes request
  requested.judge takes ask
After P7D
  requesting.prosecutor may clarify, withdraw
After PT1S
  state is withdrawn
  requesting.prosecutor may nothing
  requesting.prosecutor is refused clarify because clock-lapsed (Article 7)
