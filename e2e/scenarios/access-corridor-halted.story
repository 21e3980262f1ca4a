Story: A halt at once stands for six hours unless the verifier upholds it, and consent that is taken back leaves time to come home
Given ../../models/access.md
Case arrangement between proposing lantern and carrying secretariat and verifying ombuds and near arland and far highland-council

At 2026-03-02 09:00
  proposing.liaison takes propose
  carrying.coordinator takes put-forward
  near.liaison takes consent
  far.liaison takes consent
  carrying.coordinator takes open
After PT3H
  far.checkpoint is refused halt given that quota:halts = 6 because quota-used (Article 6)
  far.checkpoint takes halt given that quota:halts = 5
  effects: uses halts
  clock halt ends 2026-03-02 18:00
  far.checkpoint is refused uphold because wrong-side (Article 6)
  carrying.coordinator is refused open because wrong-state (Article 6)
After PT6H
  state is halted
After PT1S
  clock halt has lapsed
  state is open
After PT1H
  near.checkpoint takes halt given that quota:halts = 0
  verifying.verifier takes uphold
  state is paused
  carrying.coordinator takes open
After PT1H
  near.liaison takes take-back
  clock leaving ends 2026-03-05 20:00:01
After PT71H
  state is leaving
After PT2H
  clock leaving has lapsed
  state is closed
