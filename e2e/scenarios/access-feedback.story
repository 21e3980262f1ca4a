Story: A person speaks, decides what goes on, and gets the answer, late and with reasons
Given ../../models/access.md
Case feedback between hearing ombuds and delivering lantern and planning secretariat

At 2026-03-02 08:00
  hearing.listener is refused hear with name = "Ada Arling" because field-unknown (Article 12)
  hearing.listener takes hear with site = "lower village" and came = "in part" and words = "The old people got nothing." and who = "woman" and age = "60 and over" and reach = "at the well"
  delivering.caseworker sees nothing
  planning.coordinator sees age, came, who
  hearing.listener takes pass-on
  delivering.caseworker sees came, site, words
  hearing.advocate sees came, reach, site, words
  clock answer ends 2026-03-16 08:00
After P14DT1S
  clock answer ends 2026-03-23 08:00
  delivering.caseworker takes explain
After P7D
  clock answer has lapsed
  delivering.caseworker takes answer
  clock bringing ends 2026-03-30 08:00:01
After P8D
  clock bringing has lapsed
  hearing.listener takes bring
  hearing.listener takes close
  state is closed
