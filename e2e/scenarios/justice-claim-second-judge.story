Story: A second judge, who is late, awards what the first rejected
Given ../../models/justice.md
Case claim between claiming secretariat and holding belmark

At 2026-03-02 10:00
  claiming.counsel takes bring
  holding.judge takes hear as one
  holding.judge takes reject as one on the ground "neither victim nor owner"
  claiming.counsel takes appeal
At 2026-05-01 10:01
  clock second-decision has lapsed
  holding.judge is refused award-anew as one because same-person (Article 16)
  holding.judge takes award-anew as two
  state is final
