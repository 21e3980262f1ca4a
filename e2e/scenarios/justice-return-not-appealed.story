Story: The clerk closes the claims, and nobody appeals
Given ../../models/justice.md
Case restitution between asking arland and holding belmark and claiming secretariat

At 2026-03-02 10:00
  asking.prosecutor takes ask
  holding.asset-office takes pay-in
  claiming.clerk takes close-claims
  holding.judge takes hear
  holding.judge takes decide
  claiming.counsel takes tell
At 2026-04-01 10:01
  clock appeal has lapsed
  state is final
