Story: Silence on a corridor owes reasons, is not consent, and is raised
Given ../../models/access.md
Case arrangement between proposing waterbearers and carrying secretariat and verifying ombuds and near caldera and far highland-council

At 2026-03-02 09:00
  proposing.liaison takes propose
  carrying.coordinator takes put-forward
After P7D
  clock answer ends 2026-03-09 09:00
After PT1S
  clock answer ends 2026-03-12 09:00
  near.liaison takes explain
After P3D
  clock last-answer has lapsed
  clock answer has stopped
  state is unanswered
  near.liaison may nothing
  carrying.coordinator is refused open because wrong-state (Article 6)
  carrying.coordinator takes raise
  effects: opens obstruction
  state is raised
