Story: Two boats collide in fog, and both say how
Given ../../../models/neighbours.md
Case hazardous-incident between first free-city and second belmark and neutral secretariat

At 2026-10-13 06:40
  first.duty-officer takes call with happened = "2026-10-13T04:15:00Z" and kind = "vessel" and sector = "Roads of Saltmere" and account_first = "In thick fog the patrol boat Brakk 3 ran into our pilot boat. Two pilots were in the water for a quarter of an hour and are warm again." and hurt_first = 2
At 2026-10-13 07:15
  second.duty-officer takes acknowledge
At 2026-10-14 11:20
  second.duty-officer takes give-account with account_second = "Brakk 3 had its radar on and its horn off. The master heard the pilot boat too late. One of our sailors broke a wrist." and hurt_second = 1
At 2026-10-22 10:30
  first.liaison takes reconcile with joint_account = "Fog, one horn silent, both boats too fast. Three persons were hurt. Belmark pays for the pilot boat; both sound their horns below 500 metres of sight."
  second.liaison takes reconcile with joint_account = "Fog, one horn silent, both boats too fast. Three persons were hurt. Belmark pays for the pilot boat; both sound their horns below 500 metres of sight."
  state is reconciled
