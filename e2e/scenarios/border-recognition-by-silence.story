Story: The issuing Party is silent, and the traveller is not checked twice
Given ../../models/border.md
Case recognition between checking arland and issuing belmark

At 2026-05-04 10:00
  checking.officer is refused pass-on with assessment_may-be-told = {"fear": "yes", "asked": "yes"} because condition-unmet (Article 6)
  checking.officer takes pass-on with seen_by = "person"
  clock recognition ends 2026-05-05 10:00
  issuing.officer sees assessment_may-be-told, document, kind, seen_by
After PT24H
  issuing.officer may not-recognise, recognise
After PT1S
  state is recognised
  clock recognition has lapsed
