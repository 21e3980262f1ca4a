Story: A readmission from the request to the monitor's report
Given ../../models/border.md
Case readmission between requesting arland and requested belmark and aid ombuds and court court

At 2026-04-01 09:00
  requesting.returns-officer is refused request with assessment_may-be-asked = {"open_claim": "yes", "victim": "no", "again": "no", "family": "no"} because condition-unmet (Article 13)
  requesting.returns-officer takes request with child_alone = false
  clock identification ends 2026-04-11 09:00
  requested.returns-officer takes identify with known = "its national"
  requested.returns-officer is refused accept because wrong-state (Article 13)
  requesting.returns-officer is refused assess because wrong-role (Article 13)
  requesting.protection-officer takes assess
  requested.returns-officer sees child_alone, identity, known, link, person
  clock answer ends 2026-04-21 09:00
  requested.returns-officer is refused refuse because wrong-state (Article 13)
After P21D
  clock answer has lapsed
  requested.returns-officer takes accept
  requesting.returns-officer is refused transfer because wrong-state (Article 13)
  requesting.returns-officer takes order
  requesting.returns-officer takes tell
  clock appeal ends 2026-05-06 09:00
After P14D
  aid.counsel may appeal
  requesting.returns-officer is refused transfer because wrong-state (Article 13)
After PT1S
  state is transferable
  clock appeal has lapsed
  requesting.returns-officer is refused transfer because wrong-state (Article 13)
  aid.monitor takes attend with visit = "Northgate, 7 May, 10:00"
After PT12H
  aid.monitor takes halt
  state is transferable
  aid.monitor takes attend
After PT12H
  state is monitored
After PT1S
  state is transferable
  clock presence has lapsed
  requesting.returns-officer is refused transfer because clock-lapsed (Article 13)
  aid.monitor takes attend
  requesting.returns-officer takes transfer
  clock arrival ends 2026-05-08 09:00:02
After P2D
  clock arrival has lapsed
  requested.returns-officer takes receive
  clock report ends 2026-05-16 09:00:02
After P8D
  clock report has lapsed
  aid.monitor takes report
  state is reported
  requested.returns-officer sees child_alone, identity, known, link, person, visit
  role.ombudsperson sees report
