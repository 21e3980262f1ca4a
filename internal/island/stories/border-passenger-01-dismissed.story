Story: The unit proposes a second look, and the officer sees a family on its way to a funeral
Given ../../../models/border.md
Case passenger between receiving arland and left belmark

At 2026-05-19 06:30
  receiving.registrar takes receive with name = "Edmund Falk" and born = "1961-11-02" and document = "B22816004" and contact = "Telephone +999 555 0148" and nationality = null and journey = "Brakk harbour to Skarn harbour by ferry, one way, bought the evening before, in cash" and document_reported = false and detour = true and paid_by_another = true and journeys = 0

At 2026-05-19 09:10
  receiving.passenger-unit takes propose with drawn = false and reasons = "One way, paid in cash by somebody who does not travel, and by sea where the bridge is nearer."
  clock review ends 2026-05-20 09:10

At 2026-05-19 13:45
  receiving.officer takes dismiss as mira.tol with reasons = "His sister paid; their mother died at Skarn on Sunday, and the coach over Northgate was full. Nothing else speaks against him."
  state is dismissed
