Story: The inquirer cannot attribute it
Given ../../models/access.md
Case obstruction between logging lantern and raising secretariat and answering caldera and inquiring court

At 2026-03-02 08:00
  logging.liaison takes log
  raising.coordinator takes raise
  raising.coordinator takes propose-inquiry
  answering.liaison takes consent-to-inquiry
  inquiring.inquirer takes leave-open
  state is unattributed
