Story: What is in the way is raised, inquired into by consent, attributed, not mended, and taken up as a breach
Given ../../models/access.md
Case obstruction between logging lantern and raising secretariat and answering arland and inquiring court

At 2026-03-02 08:00
  logging.leader takes log with kind = "movement within the country" and affected = 4000
  clock raising ends 2026-03-04 08:00
  answering.liaison sees nothing
After P3D
  clock raising has lapsed
  raising.coordinator takes raise with mend = "Open the bridge from seven to eleven."
  clock answer ends 2026-03-08 08:00
  answering.liaison sees affected, kind, mend, road, what
After P4D
  clock answer has lapsed
  answering.liaison takes answer
  answering.liaison is refused resolve because wrong-side (Article 14)
  logging.liaison takes propose-inquiry
  inquiring.inquirer is refused attribute because wrong-state (Article 14)
  answering.liaison takes consent-to-inquiry
  clock inquiry ends 2026-04-08 08:00
  raising.coordinator is refused attribute because wrong-side (Article 14)
  inquiring.inquirer takes attribute with finding = "The bridge was closed by the second battalion."
  clock mending ends 2026-03-23 08:00
  logging.liaison is refused take-up because wrong-state (Article 14)
After P14DT1S
  clock mending has lapsed
  state is unmended
  logging.liaison takes take-up
  effects: opens breach
  state is breach
