Story: The danger is over before anything was delivered
Given ../../models/justice.md
Case emergency-evidence between ordering caldera and addressed belmark

At 2026-03-02 10:00
  ordering.prosecutor takes order
  ordering.prosecutor takes withdraw
  addressed.provider is refused deliver because wrong-state (Article 11)
