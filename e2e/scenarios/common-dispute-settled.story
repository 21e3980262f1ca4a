Story: The two settle, and both must
Given ../../models/common/reference.md
Case dispute between claiming belmark and responding arland and mediation secretariat and tribunal court

At 2026-05-04 09:00
  claiming.liaison takes raise
  responding.liaison takes answer
  claiming.liaison takes settle
  claiming.liaison is refused settle because quorum-twice (Article 9)
  responding.liaison takes settle
  state is settled
