Story: Silence is no agreement to a team
Given ../../models/justice.md
Case team between proposing arland and host belmark

At 2026-03-02 10:00
  proposing.prosecutor takes propose
At 2026-03-22 10:01
  clock agreement has lapsed
  state is declined
  host.prosecutor is refused agree because clock-lapsed (Article 17)
