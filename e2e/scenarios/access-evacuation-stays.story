Story: Who does not say yes stays, and nothing follows from it
Given ../../models/access.md
Case evacuation between asking waterbearers and hearing ombuds and coordinating secretariat and leaving arland and entering highland-council

At 2026-03-02 08:00
  asking.caseworker takes request
After P7D
  state is requested
After PT1S
  clock wish has lapsed
  state is stays
  hearing.advocate is refused consent because clock-lapsed (Article 10)
  leaving.checkpoint sees nothing
