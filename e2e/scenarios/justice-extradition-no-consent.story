Story: The judge takes it that there was no consent, and counsel does without an appeal later
Given ../../models/justice.md
Case extradition between requesting arland and requested belmark and defence secretariat

At 2026-03-02 10:00
  requesting.prosecutor takes ask-arrest with child = false
  requested.officer takes arrest
  requested.officer takes inform
  requesting.prosecutor takes request
  defence.person takes consent with renounced = true
  requested.judge takes no-consent
  state is requested
  requested.judge takes hear
  requested.judge takes grant
  defence.counsel takes waive
  requested.officer takes hand-over with detention = 9
  state is surrendered
