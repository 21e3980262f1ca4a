Story: A contested incident: two accounts, no word in common, an inquiry that is late
Given ../../models/neighbours.md
Case hazardous-incident between first belmark and second arland and neutral secretariat

At 2026-07-10 23:10
  first.duty-officer takes call with hurt_first = 3
After PT2H
  clock acknowledgement has lapsed
  state is called
After P3D
After PT1S
  clock account has lapsed
  state is one-account
After P1D
  second.duty-officer takes give-account with hurt_second = 0
  second.liaison takes contest with reasons = "Nobody of ours was there."
  first.liaison takes ask-inquiry
  state is two-accounts
After P31D
  clock reconciling has lapsed
  state is apart
  first.liaison takes ask-inquiry
  state is apart
  second.liaison takes ask-inquiry
  state is inquiry
After P61D
  clock inquiry runs
  neutral.watch-officer takes explain
  neutral.watch-officer takes report with finding = "Both accounts are incomplete."
  state is found
