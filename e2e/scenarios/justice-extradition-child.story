Story: A child is not told anything before the guardian is there
Given ../../models/justice.md
Case extradition between requesting arland and requested caldera and defence secretariat

At 2026-03-02 10:00
  requesting.prosecutor takes ask-arrest with child = true
  requested.officer takes arrest
  requested.officer is refused inform because condition-unmet (Article 12)
  requested.officer takes call-guardian
  requesting.prosecutor is refused request because wrong-state (Article 12)
  defence.counsel is refused attend because wrong-role (Article 12)
  defence.guardian takes attend
  state is informed
  requested.judge takes release
  state is released
