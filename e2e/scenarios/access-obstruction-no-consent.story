Story: Without consent there is no inquiry, and nothing is attributed by silence
Given ../../models/access.md
Case obstruction between logging waterbearers and raising secretariat and answering highland-council and inquiring court

At 2026-03-02 08:00
  raising.coordinator takes log
  raising.coordinator takes raise
  raising.coordinator takes propose-inquiry
  clock consent ends 2026-03-16 08:00
After P14DT1S
  clock consent has lapsed
  state is refused-inquiry
  inquiring.inquirer is refused attribute because wrong-state (Article 14)
