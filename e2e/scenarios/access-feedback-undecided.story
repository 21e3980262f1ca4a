Story: What nobody decides stays with the listener
Given ../../models/access.md
Case feedback between hearing ombuds and delivering waterbearers and planning secretariat

At 2026-03-02 08:00
  hearing.listener takes hear
After P7DT1S
  clock wish has lapsed
  state is kept
  delivering.caseworker sees nothing
