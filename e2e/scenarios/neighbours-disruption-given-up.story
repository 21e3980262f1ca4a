Story: The Party that asked gives it up
Given ../../models/neighbours.md
Case trade-disruption between affected belmark and measure arland and tribunal court

At 2026-06-01 08:00
  affected.liaison takes ask with spoil = false
  measure.liaison is refused give-up because wrong-side (Article 13)
  affected.liaison takes give-up
  state is given-up
