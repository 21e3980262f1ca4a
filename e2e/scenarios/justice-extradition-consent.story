Story: Consent is revoked, and given again before the judge
Given ../../models/justice.md
Case extradition between requesting arland and requested caldera and defence secretariat

At 2026-03-02 10:00
  requesting.prosecutor takes ask-arrest with child = false
  requested.officer takes arrest
  requested.officer takes inform
  requesting.prosecutor takes request
  defence.counsel is refused consent because wrong-role (Article 12)
  defence.person takes consent with renounced = false
  defence.person takes revoke
  defence.person takes consent with renounced = false
  requested.judge is refused record-consent with assessment_voluntary = {"aware": "yes", "counsel": "no"} because condition-unmet (Article 12)
  requested.judge takes record-consent
  requested.judge takes grant
At 2026-03-09 10:01
  clock appeal has lapsed
  state is final
At 2026-03-24 10:02
  clock handover has lapsed
  state is discharged
  requested.officer is refused hand-over because clock-lapsed (Article 12)
