Story: A claim is rejected on a closed ground, and nobody appeals
Given ../../models/justice.md
Case claim between claiming secretariat and holding belmark

At 2026-03-02 10:00
  claiming.counsel takes bring with capacity = "owner in good faith"
  holding.judge takes hear
  holding.judge is refused reject on the ground "too little money" because ground-unknown (Article 16)
  holding.judge takes reject on the ground "acquired in bad faith"
At 2026-04-01 10:01
  clock appeal-of-rejection has lapsed
  state is rejected-finally
