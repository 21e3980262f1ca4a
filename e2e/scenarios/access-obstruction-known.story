Story: What was attributed and not mended is made known
Given ../../models/access.md
Case obstruction between logging waterbearers and raising secretariat and answering arland and inquiring court

At 2026-03-02 08:00
  raising.coordinator takes log
  raising.coordinator takes raise
  raising.coordinator takes propose-inquiry
  answering.liaison takes consent-to-inquiry
  inquiring.inquirer takes attribute
  raising.coordinator is refused make-known because wrong-state (Article 14)
After P14DT1S
  raising.coordinator takes make-known
  state is known
