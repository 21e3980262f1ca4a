Story: An announcement is taken back
Given ../../models/common/reference.md
Case review between depositary-side secretariat and moving belmark and second caldera

At 2026-09-02 09:00
  moving.liaison takes announce-withdrawal
  depositary-side.depositary-officer is refused take-back because wrong-side (Article 12)
  moving.liaison takes take-back
  state is stayed
