Story: A passenger drawn by chance is looked at, and told of it
Given ../../../models/border.md
Case passenger between receiving belmark and left arland

At 2026-08-04 07:00
  receiving.registrar takes receive with name = "Sunniva Grae" and born = "1988-03-17" and document = "A31940227" and contact = null and nationality = "XA" and journey = "Skarn harbour to Brakk harbour by ferry, return on 11 August" and document_reported = false and detour = false and paid_by_another = false and journeys = 6

At 2026-08-04 08:20
  receiving.passenger-unit takes propose with drawn = true and reasons = "Drawn by chance among the forty passengers of the morning ferry; nothing in the data speaks against her."

At 2026-08-04 11:15
  receiving.officer takes look as nora.kess with reasons = "Asked three questions about the journey on the quay. A violin maker with her tools; the look took four minutes."

At 2026-08-04 11:25
  receiving.officer takes tell as nora.kess with told = "That she was drawn by chance, what was looked at, and that it is deleted; she was given the leaflet on complaints."
  state is looked
