Story: What is not mended in thirty days lapses
Given ../../models/access.md
Case milestone between building lantern and verifying ombuds and keeping secretariat

At 2026-03-02 08:00
  building.caseworker takes state with work = "water point"
  verifying.listener takes hear with heard = "It is locked for those from the hill."
  verifying.verifier takes find-wanting
  clock mending ends 2026-04-01 08:00
After P20D
  building.caseworker takes state-again
  verifying.listener takes hear
  verifying.verifier takes find-wanting
After P30DT1S
  clock mending has lapsed
  state is lapsed
