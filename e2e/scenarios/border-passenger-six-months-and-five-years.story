Story: Who it was is closed after six months, opened once by a judge, and destroyed after five years
Given ../../models/border.md
Case passenger between receiving arland and left belmark

At 2026-03-10 08:00
  left.registrar is refused receive because wrong-side (Article 8)
  receiving.registrar takes receive with nationality = "XB"
  clock screening ends 2026-03-10 20:00
  clock closing ends 2026-09-10 08:00
  clock deletion ends 2031-03-10 08:00
  receiving.passenger-unit sees born, detour, document, document_reported, journey, journeys, name, paid_by_another
  receiving.officer sees nothing
  receiving.data-officer sees nationality
  left.judge sees nothing
After PT12H
  receiving.passenger-unit may leave, propose
  receiving.registrar may delete
After PT1S
  state is unremarkable
  clock screening has lapsed
  receiving.passenger-unit is refused propose because clock-lapsed (Article 8)

At 2026-09-10 08:01
  state is closed
  clock closing has lapsed
  receiving.officer sees nothing
  receiving.passenger-unit sees detour, document_reported, journey, journeys, paid_by_another
  receiving.passenger-unit is refused ask-opening with assessment_necessity = {"occasion": "no", "otherwise": "no", "again": "no"} because condition-unmet (Article 8)
  receiving.passenger-unit takes ask-opening with occasion = "Inquiry 12/2026"
  receiving.judge is refused open because wrong-side (Article 8)
  left.judge sees assessment_necessity, journey, occasion
After P3D
  left.judge may open, refuse-opening
After PT1S
  state is closed
  clock judge has lapsed
  receiving.passenger-unit takes ask-opening with occasion = "Inquiry 12/2026"
After P1D
  left.judge takes open
  state is opened
  receiving.officer sees nothing
  receiving.passenger-unit sees born, detour, document, document_reported, journey, journeys, name, occasion, paid_by_another, reasons, assessment_necessity
  clock opened ends 2026-09-21 08:01:01
After P7D
  receiving.passenger-unit may close-again
After PT1S
  state is closed
  clock opened has lapsed
  receiving.officer sees nothing

At 2031-03-10 08:01
  state is deleted
  clock deletion has lapsed
  receiving.officer sees nothing
  receiving.passenger-unit may nothing
