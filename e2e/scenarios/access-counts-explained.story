Story: A difference is explained, and no count is changed by it
Given ../../models/access.md
Case counts between opening secretariat and bringing lantern and controlling caldera

At 2026-05-01 08:00
  opening.coordinator takes open
  bringing.liaison takes count-first with collected = 100 and arrived = 90
  controlling.liaison takes control with passed = 95 and kept_back = 5
  opening.coordinator takes differ
  controlling.liaison takes explain with explanation = "Five trucks passed on the first of May and arrived on the second."
  state is explained
  bringing.liaison sees arrived, collected, explanation, kept_back, month, offloaded, passed
