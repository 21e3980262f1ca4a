Story: An inquiry is refused, and the refusal says nothing about the cause
Given ../../models/access.md
Case obstruction between logging lantern and raising secretariat and answering highland-council and inquiring court

At 2026-03-02 08:00
  logging.liaison takes log
  raising.coordinator takes raise
  logging.liaison takes propose-inquiry
  answering.liaison takes refuse-inquiry
  state is refused-inquiry
