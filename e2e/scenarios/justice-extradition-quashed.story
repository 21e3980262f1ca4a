Story: With a guarantee and an extension it is granted, and the second judge quashes it
Given ../../models/justice.md
Case extradition between requesting arland and requested belmark and defence secretariat

At 2026-03-02 10:00
  requesting.prosecutor takes ask-arrest with child = false
  requested.officer takes arrest
  requested.officer takes inform
  requesting.prosecutor takes request
  requested.officer is refused detain-anew because wrong-role (Article 12)
  requested.judge takes release-with-measures with measures = "Report every week."
  defence.person sees child, documents, facts, identity, language, maximum, measures, needs_interpreter, offence, reasons, told, warrant
  requested.judge takes hear
  requested.judge takes detain-anew
  requested.judge takes demand
  requesting.prosecutor takes assure
  requested.judge takes extend
  requested.judge takes consult
  requesting.prosecutor takes reply
  requested.judge takes grant as one
  defence.counsel takes appeal
  requested.judge is refused quash as one because same-person (Article 12)
  requested.judge takes quash as two
  state is refused
  requested.officer is refused hand-over because wrong-state (Article 12)
