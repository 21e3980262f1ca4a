Story: Who has not called stops, and whoever is asked to stop and does not is named
Given ../../models/justice.md
Case pursuit between pursuing belmark and entered arland

At 2026-03-02 10:00
  pursuing.officer takes cross with child = false
At 2026-03-02 10:16
  clock calling has lapsed
  state is stopped-uncalled
  pursuing.officer is refused call because clock-lapsed (Article 18)
At 2026-03-02 10:31
  clock stopping has lapsed
  pursuing.officer takes stop
  state is stopped
