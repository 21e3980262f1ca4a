Story: A victim is heard late, is awarded something, and nobody appeals
Given ../../models/justice.md
Case claim between claiming secretariat and holding belmark

At 2026-03-02 10:00
  claiming.victims-counsel takes bring with capacity = "victim of the offence"
  claiming.victims-counsel takes add
  holding.prosecutor sees nothing
At 2026-05-01 10:01
  clock hearing has lapsed
  holding.judge takes hear
At 2026-05-31 10:02
  clock decision has lapsed
  holding.prosecutor is refused award because wrong-role (Article 16)
  holding.judge takes award
  holding.asset-office sees award, capacity, confiscation
  claiming.victims-counsel takes tell
At 2026-06-30 10:03
  clock appeal-of-award has lapsed
  state is final
