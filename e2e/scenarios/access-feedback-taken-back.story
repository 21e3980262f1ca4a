Story: What a person takes back is destroyed, and what nobody decides stays with the listener
Given ../../models/access.md
Case feedback between hearing ombuds and delivering waterbearers and planning secretariat

At 2026-03-02 08:00
  hearing.listener takes hear with reach = "at the well"
  hearing.listener takes pass-on
  hearing.listener takes take-back
  destroyed: reach, words
  delivering.caseworker sees nothing
  delivering.caseworker is refused answer because wrong-state (Article 12)
