Story: A road from which consent was taken back is closed as soon as nobody is on it
Given ../../models/access.md
Case arrangement between proposing waterbearers and carrying secretariat and verifying ombuds and near highland-council and far caldera

At 2026-03-02 09:00
  proposing.liaison takes propose
  carrying.coordinator takes put-forward
  near.liaison takes consent
  far.liaison takes consent
  carrying.coordinator takes open
  far.liaison takes take-back
  far.liaison is refused empty because wrong-side (Article 6)
  carrying.coordinator takes empty
  state is closed
