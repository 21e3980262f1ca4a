Story: Heard, granted after a guarantee, appealed, postponed and handed over
Given ../../models/justice.md
Case extradition between requesting arland and requested belmark and defence secretariat

At 2026-03-02 10:00
  requesting.prosecutor takes ask-arrest with child = false and offence = "laundering"
  requested.officer takes arrest
  requested.officer takes inform with needs_interpreter = true
At 2026-03-20 10:00
  requesting.prosecutor takes request
  defence.interpreter takes interpret
At 2026-04-20 10:00
  clock hearing has lapsed
  requested.judge is refused hear with assessment_fair-hearing = {"told": "yes", "understands": "no", "beside": "yes"} because condition-unmet (Article 12)
  requested.judge takes hear
  requested.judge is refused grant with assessment_bars = {"judged": "no", "age": "no", "persecution": "no", "risk": "yes", "time": "no"} because condition-unmet (Article 12)
  requested.judge takes demand with guarantee = "Visits by the Ombudsperson"
At 2026-05-20 10:01
  clock guarantee has lapsed
  state is heard
At 2026-05-21 10:00
  clock decision has lapsed
  requested.judge takes grant as one
  requested.officer is refused hand-over because wrong-state (Article 12)
  defence.counsel takes appeal
At 2026-06-10 10:01
  clock second-decision has lapsed
  requested.judge is refused affirm as one because same-person (Article 12)
  requested.judge takes affirm as two
  requested.judge takes postpone on the ground "health of the person"
At 2026-09-09 10:01
  requested.judge takes explain
At 2026-10-09 10:02
  clock postponement has lapsed
  requested.judge takes take-up
  requested.officer takes hand-over with detention = 221
  state is surrendered
