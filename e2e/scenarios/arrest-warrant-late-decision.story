Story: A decision that is late is still owed, and consent that is revoked does not count
Given ../../docs/examples/arrest-warrant.md
Case execution between issuing arland and executing belmark and defence bars

At 2026-03-02 10:00
  issuing.issuing-judge takes submit
  defence.counsel sees nothing
  executing.executing-judge is refused order because wrong-state (Article 17)
After PT6H
  executing.officer takes arrest
  clock decision ends 2026-05-01 16:00
  defence.requested-person is refused consent because wrong-state (Article 17)
After PT2H
  executing.officer takes inform
After P1D
  defence.counsel is refused consent because wrong-role (Article 17)
  defence.requested-person takes consent with renounced = false
  clock decision stands still
  clock upon-consent ends 2026-03-13 18:00
  executing.executing-judge takes record-consent
After P4D
  defence.requested-person takes revoke
  clock upon-consent has stopped
  clock decision ends 2026-05-05 16:00
  executing.executing-judge is refused order because wrong-state (Article 17)
After P2D
  executing.executing-judge takes hear
After P50D
  executing.executing-judge takes extend with reasons = "An expert's opinion is outstanding."
  clock decision ends 2026-06-04 16:00
At 2026-06-06 16:00
  clock decision has lapsed
  executing.executing-judge is refused extend because clock-lapsed (Article 17)
  executing.executing-judge takes refuse on the ground "amnesty (Article 3(1))"
  state is refused
