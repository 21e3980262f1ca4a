Story: Nothing is permitted before the first day
Given ../../bench/northgate.md
Case assistance between requesting arland and requested belmark

At 2026-02-28 23:59
  requesting.prosecutor is refused request because not-in-force (Article 7)
At 2026-03-01 00:00
  requesting.prosecutor takes request
  state is requested
