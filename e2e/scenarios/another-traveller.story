Story: The traveller is another person than the one in the entry
Given ../../bench/northgate.md
Case hit between checking belmark and holding arland

At 2026-06-01 14:00
  checking.officer takes open as first with register = "watch list"
  checking.officer takes compare as first with comparison = "another"
  checking.supervisor is refused confirm as second because condition-unmet (Article 3)
