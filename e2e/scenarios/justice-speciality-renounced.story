Story: A renunciation counts when a judge has recorded it with counsel there
Given ../../models/justice.md
Case speciality between holding arland and surrendering caldera and defence secretariat

At 2026-03-02 10:00
  holding.prosecutor takes ask
  defence.person takes renounce
  surrendering.judge is refused record with assessment_voluntary = {"aware": "yes", "counsel": "no"} because condition-unmet (Article 12)
  surrendering.judge takes record
  state is open
