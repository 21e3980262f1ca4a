Story: A State Party at war does not leave when the six months are over
Given ../../docs/examples/mine-ban.md
Case withdrawal between withdrawing estmar and keeping united-nations

At 2027-08-31 10:00
  withdrawing.representative takes deposit with notified = true
  keeping.secretary-general takes receive
  clock six-months ends 2028-02-29 10:00
  withdrawing.representative is refused take-effect because wrong-state (Article 20)
After P6M
  withdrawing.representative may take-back
After PT1S
  state is six-months-over
  withdrawing.representative takes state-conflict with armed_conflict = true
  keeping.secretary-general is refused confirm because condition-unmet (Article 20)
  withdrawing.representative is refused take-effect because wrong-state (Article 20)
After P3Y
  withdrawing.representative takes state-conflict with armed_conflict = false
  keeping.secretary-general takes confirm
  withdrawing.representative takes take-effect
  effects: withdraws estmar
  state is withdrawn
