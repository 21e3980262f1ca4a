Story: The claim is given up
Given ../../models/common/reference.md
Case dispute between claiming belmark and responding arland and mediation secretariat and tribunal court

At 2026-05-04 09:00
  claiming.liaison takes raise
  responding.liaison is refused give-up because wrong-side (Article 9)
  claiming.liaison takes give-up
  state is given-up
