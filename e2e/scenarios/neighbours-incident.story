Story: An incident is called, acknowledged and reconciled, with two figures
Given ../../models/neighbours.md
Case hazardous-incident between first belmark and second arland and neutral secretariat

At 2026-07-10 23:10
  first.liaison is refused call because wrong-role (Article 6)
  first.duty-officer takes call with kind = "vessel" and sector = "Saltmere roads" and hurt_first = 2
  clock acknowledgement ends 2026-07-11 00:10
  first.duty-officer is refused state-place with assessment_harm = {"known": "yes", "coarser": "no"} because condition-unmet (Article 6)
  first.duty-officer takes state-place with place = [12.345, 45.678]
After PT20M
  second.duty-officer takes acknowledge
  second.duty-officer takes give-account with hurt_second = 5
  second.liaison sees account_first, account_second, happened, hurt_first, hurt_second, kind, place, sector
  first.liaison takes reconcile
  state is two-accounts
  second.liaison takes reconcile
  state is reconciled
