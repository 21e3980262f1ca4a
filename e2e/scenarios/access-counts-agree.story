Story: Counts agree
Given ../../models/access.md
Case counts between opening secretariat and bringing lantern and controlling arland

At 2026-05-01 08:00
  opening.coordinator takes open
  controlling.liaison takes control-first with passed = 90 and kept_back = 10
  bringing.liaison takes count with collected = 100 and arrived = 90
  opening.coordinator is refused differ because condition-unmet (Article 21)
  opening.coordinator takes agree
  state is agreed
