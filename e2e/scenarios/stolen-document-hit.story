Story: A stolen document is found, and two officers look at it
Given ../../bench/northgate.md
Case hit between checking arland and holding belmark

At 2026-06-01 14:00
  checking.officer takes open as first with register = "stolen documents"
  checking.officer may compare
After PT5M
  checking.officer takes compare as first with comparison = "the same"
  checking.officer is refused confirm as first because same-person (Article 3)
  checking.supervisor takes confirm as second
  state is confirmed
