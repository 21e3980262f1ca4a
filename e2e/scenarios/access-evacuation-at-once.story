Story: Who was moved at once and is not heard in 48 hours is brought back
Given ../../models/access.md
Case evacuation between asking waterbearers and hearing ombuds and coordinating secretariat and leaving arland and entering caldera

At 2026-03-02 08:00
  asking.caseworker takes request
  asking.caseworker takes move-at-once
  clock afterwards ends 2026-03-04 08:00
  asking.caseworker is refused confirm-wish because wrong-side (Article 10)
After PT48H
  hearing.advocate may confirm-wish, ask-return
After PT1S
  clock afterwards has lapsed
  state is return-asked
  asking.caseworker takes bring-back
  state is home
