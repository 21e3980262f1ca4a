Story: Two judges reject a claim
Given ../../models/justice.md
Case claim between claiming secretariat and holding belmark

At 2026-03-02 10:00
  claiming.counsel takes bring
  holding.judge takes hear as one
  holding.judge takes reject as one on the ground "already compensated"
  claiming.counsel takes appeal
  holding.judge takes reject-anew as two on the ground "already compensated"
  state is rejected-finally
