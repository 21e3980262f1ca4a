Story: An inquiry that decides nothing in thirty days attributes nothing
Given ../../models/access.md
Case obstruction between logging waterbearers and raising secretariat and answering caldera and inquiring court

At 2026-03-02 08:00
  logging.liaison takes log
  raising.coordinator takes raise
  logging.liaison takes propose-inquiry
  answering.liaison takes consent-to-inquiry
After P30DT1S
  clock inquiry has lapsed
  state is unattributed
