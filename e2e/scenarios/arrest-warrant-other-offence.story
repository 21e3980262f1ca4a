Story: Another offence, and nobody answers
Given ../../docs/examples/arrest-warrant.md
Case speciality between issuing arland and executing belmark and defence bars

At 2026-09-01 09:00
  issuing.issuing-judge takes note with custodial = true
  issuing.issuing-judge is refused prosecute because wrong-state (Article 27)
  issuing.issuing-judge is refused prosecute-at-liberty because condition-unmet (Article 27)
After P1D
  issuing.issuing-judge takes ask
  clock answer ends 2026-10-02 09:00
After P31D
  clock answer has lapsed
  state is asked
  issuing.issuing-judge is refused prosecute because wrong-state (Article 27)
  executing.executing-judge may agree, refuse
  defence.requested-person may renounce
  defence.requested-person takes renounce
  issuing.issuing-judge is refused record-renunciation with assessment_voluntary = {"aware": "yes", "counsel": "no"} because condition-unmet (Article 13)
  issuing.issuing-judge takes record-renunciation
  state is lifted
  issuing.issuing-judge takes prosecute
  state is prosecuted
