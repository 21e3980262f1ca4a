Story: A team works for six months, asks a judge and another use, and is reviewed late
Given ../../models/justice.md
Case team between proposing arland and host belmark

At 2026-03-02 10:00
  proposing.prosecutor takes propose
  host.prosecutor takes agree with card = "T-1"
  effects: issues team-card
  proposing.prosecutor takes ask-measure
At 2026-03-07 10:01
  clock measure has lapsed
  host.prosecutor is refused authorise because wrong-role (Article 17)
  host.judge takes authorise
  host.prosecutor takes file
  proposing.prosecutor takes ask-use
At 2026-03-17 10:02
  clock use has lapsed
  state is agreed
At 2026-09-02 10:02
  clock term has lapsed
  state is ended
At 2026-11-01 10:03
  clock report has lapsed
  host.prosecutor takes report
  proposing.prosecutor takes report
  effects: revokes team-card
At 2026-12-31 10:04
  clock review has lapsed
  host.liaison takes review
  state is reviewed
