Story: Who was moved at once wishes to stay there; a year later the case ends
Given ../../models/access.md
Case evacuation between asking waterbearers and hearing ombuds and coordinating secretariat and leaving arland and entering caldera

At 2026-03-02 08:00
  asking.caseworker takes request
  asking.caseworker takes move-at-once
  hearing.advocate takes confirm-wish with wish = "I stay with my daughter."
  hearing.advocate takes settle
After P364D
  hearing.advocate may ask-return
After P2D
  clock open-return has lapsed
  state is ended
