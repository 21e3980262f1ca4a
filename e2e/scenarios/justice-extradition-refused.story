Story: No extradition into a second trial: refusal after consultation
Given ../../models/justice.md
Case extradition between requesting caldera and requested belmark and defence secretariat

At 2026-03-02 10:00
  requesting.prosecutor takes ask-arrest with child = false
  requested.officer takes arrest
  requested.officer takes inform
  requesting.prosecutor takes request
  requested.judge takes hear
  requested.judge is refused refuse because wrong-state (Article 12)
  requested.judge takes consult
At 2026-03-17 10:01
  clock consultation has lapsed
  state is consulted
  requested.judge is refused refuse on the ground "a friend of the house" because ground-unknown (Article 12)
  requested.judge takes refuse on the ground "a ground of paragraph 5"
  state is refused
  defence.counsel sees assessment_fair-hearing, child, concern, documents, facts, hearing, identity, language, maximum, needs_interpreter, offence, reasons, told, warrant
