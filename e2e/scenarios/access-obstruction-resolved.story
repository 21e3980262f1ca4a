Story: It is mended in time, and those who were kept away say so; another time it is made known
Given ../../models/access.md
Case obstruction between logging waterbearers and raising secretariat and answering caldera and inquiring court

At 2026-03-02 08:00
  logging.liaison takes log
  raising.coordinator takes raise
  logging.liaison takes propose-inquiry
  answering.liaison takes consent-to-inquiry
  inquiring.inquirer takes attribute
After P15D
  state is unmended
  raising.coordinator may make-known
  logging.leader takes resolve
  state is resolved
