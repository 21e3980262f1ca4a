Story: What was called inadmissible is looked at anew by another
Given ../../../models/border.md
Case complaint between filing arland and concerned belmark and oversight ombuds and appeal court

At 2026-04-27 10:00
  filing.liaison takes file with complainant = "Sigurd Vaag" and representative = null and reached = null and told_in = "writing" and language = "Arlandish" and named = false and grievance = "My dog was kept back at the bridge for nine days over a paper that was in order. I paid for the kennel." and matter = "An animal was kept back for nine days, and the owner paid." and asks = "compensation"

At 2026-05-06 10:00
  oversight.ombudsperson takes declare-inadmissible with reasons = "The agreement speaks of persons and goods; animals are looked at by the veterinary service." on the ground "not under this text"
  filing.liaison takes tell with told = "The decision, and that he may ask for a second look within sixty days."

At 2026-05-18 10:00
  filing.liaison takes contest with second_look = "A dog that comes along is luggage under Article 10 when it suits the customs, and nothing when it does not."

At 2026-06-08 10:00
  appeal.president takes refer-back with reasons = "The customs treated the dog as a consignment and charged for it. Then Article 10 is in question, and with it this remedy."

At 2026-06-24 10:00
  oversight.ombudsperson takes uphold-anew as abel.tarrin with remedy = "compensation" and order = "Belmark pays back 126 for the kennel." and reasons = "The paper was in order on the first day; the stamp on it is legible."
  filing.liaison takes tell with told = "That he gets his money back, and the dog's paper was good."

At 2026-07-06 10:00
  concerned.liaison takes carry-out with done = "126 were sent by postal order on 3 July."

At 2026-07-08 10:00
  oversight.ombudsperson takes ascertain as abel.tarrin
  filing.liaison takes tell with told = "That the case is done."

At 2026-08-08 10:00
  state is closed
