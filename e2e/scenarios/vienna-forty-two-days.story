Story: An activity is notified 42 days before, observers are invited, and six a year are the most
Given ../../docs/examples/vienna-document.md
Case activity between notifying belmark and watching arland

At 2026-03-01 10:00
  notifying.verification-centre is refused inform with kind = "field activity" and troops = 20000 and tanks = 0 and vehicles = 0 and artillery = 0 because condition-unmet (Article 6)
  notifying.delegation is refused notify because wrong-role (Article 6)
  notifying.verification-centre is refused notify with begins = "2026-04-11" and kind = "field activity" and troops = 20000 and tanks = 0 and vehicles = 0 and artillery = 0 because condition-unmet (Article 6)
  notifying.verification-centre takes notify with begins = "2026-04-12" and kind = "field activity" and troops = 20000 and tanks = 0 and vehicles = 0 and artillery = 0
  clock notice ends 2026-04-12 10:00
  notifying.verification-centre is refused begin because wrong-state (Article 6)
After P1D
  notifying.verification-centre takes invite
  effects: opens observation
  clock notice has stopped
  clock notice-to-observers ends 2026-04-13 10:00

After P42D
  notifying.verification-centre is refused begin-large because wrong-state (Article 6)
After PT1S
  state is ready-observed
  notifying.verification-centre is refused begin-observed because condition-unmet (Article 6)
  notifying.verification-centre is refused begin-large given that quota:large-activities = 6 because quota-used (Article 6)
  notifying.verification-centre takes begin-large given that quota:large-activities = 5
  effects: uses large-activities
  watching.verification-centre may nothing
