Story: A refusal is contested, and another judge decides
Given ../../bench/northgate.md
Case assistance between requesting belmark and requested arland

At 2026-04-01 09:00
  requesting.officer takes request with urgency = "ordinary"
  requested.prosecutor is refused act-at-once because condition-unmet (Article 7)

After P2D
  requested.judge takes refuse as first on the ground "essential interests"
  state is refused
  clock contest ends 2026-04-13 09:00
  requesting.prosecutor may contest
  requesting.officer may nothing

After P10D
  requesting.prosecutor takes contest
  clock second-decision ends 2026-04-23 09:00
  requested.judge is refused authorise-on-review as first because same-person (Article 7)
  requested.judge is refused affirm-refusal as second on the ground "because I say so" because ground-unknown (Article 7)
  requested.judge takes authorise-on-review as second
  state is authorised
  clock second-decision has stopped
  requested.prosecutor may execute, explain
