Story: A Party announces that it withdraws, consults, and leaves upon notice
Given ../../models/common/reference.md
Case review between depositary-side secretariat and moving belmark and second caldera

At 2026-09-02 09:00
  moving.liaison takes announce-withdrawal
  moving.liaison is refused withdraw because wrong-state (Article 12)
After P31D
  clock consultation has lapsed
  state is consulted
  moving.liaison takes withdraw
  effects: withdraws belmark
  state is withdrawn
