Story: An officer has a passenger looked at, and a judge defers what the passenger is told
Given ../../models/border.md
Case passenger between receiving belmark and left arland

At 2026-03-10 08:00
  receiving.registrar takes receive
  receiving.officer is refused look because wrong-state (Article 8)
  receiving.passenger-unit is refused propose with reasons = null because reasons-missing (Article 8)
  receiving.passenger-unit takes propose with drawn = true
  clock review ends 2026-03-11 08:00
  receiving.officer sees born, detour, document, document_reported, drawn, journey, journeys, name, paid_by_another, reasons
  receiving.supervisor takes look
  state is looked
  receiving.judge is refused defer because wrong-side (Article 8)
  left.judge takes defer
After P60D
  receiving.officer takes tell
