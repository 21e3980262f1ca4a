Story: A closed entry: the unit asks a judge to open it
Given ../../../models/border.md
Case passenger between receiving arland and left belmark

At 2027-02-22 07:15
  receiving.registrar takes receive with name = "Matthias Ruland" and born = "1974-06-30" and document = "B47719063" and contact = null and nationality = null and journey = "Dornau to Varnholm by coach, return the same night" and document_reported = false and detour = false and paid_by_another = true and journeys = 11

At 2027-02-22 10:00
  receiving.passenger-unit takes leave

At 2027-08-31 14:20
  receiving.passenger-unit takes ask-opening with occasion = "Inquiry 88/2027 of the prosecutor at Varnholm into the disappearance of Line Soberg, who was last seen on this coach."
  clock judge ends 2027-09-03 14:20
  state is opening
