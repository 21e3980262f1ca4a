Story: A proposal is withdrawn
Given ../../models/access.md
Case arrangement between proposing lantern and carrying secretariat and verifying ombuds and near arland and far caldera

At 2026-03-02 09:00
  proposing.liaison takes propose
  carrying.coordinator is refused withdraw because wrong-side (Article 6)
  proposing.liaison takes withdraw
  state is withdrawn
  near.liaison sees nothing
