Story: What is not reconciled stays apart
Given ../../models/neighbours.md
Case hazardous-incident between first belmark and second arland and neutral secretariat

At 2026-07-10 23:10
  first.duty-officer takes call with hurt_first = 3
  second.duty-officer takes give-account with hurt_second = 0
After P31D
  state is apart
After P31D
  clock asking has lapsed
  state is unreconciled
  first.liaison sees account_first, account_second, happened, hurt_first, hurt_second, kind, sector
