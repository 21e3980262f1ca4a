Story: A claim is withdrawn
Given ../../models/justice.md
Case claim between claiming secretariat and holding belmark

At 2026-03-02 10:00
  claiming.counsel takes bring
  holding.judge is refused withdraw because wrong-side (Article 16)
  claiming.counsel takes withdraw
  state is withdrawn
