Story: A nurse is taken aside each morning, and the remedy comes late
Given ../../../models/border.md
Case complaint between filing secretariat and concerned belmark and oversight ombuds and appeal court

At 2027-01-18 11:00
  filing.filing-officer takes file with complainant = "Ingeborg Tavast" and representative = null and reached = "Telephone +999 555 0177, after her shift" and told_in = "writing" and language = "Arlandish" and named = true and grievance = "I cross at six each morning for my shift at Quell. Since October I am taken aside every day. Nobody says why. My patients wait." and matter = "A commuter is taken aside every day, without a reason given." and asks = "erasure"

At 2027-01-25 10:00
  oversight.ombudsperson takes admit with reasons = "She is concerned, and it goes on."

At 2027-02-02 16:00
  concerned.liaison takes reply with answer = "A note \"look at always\" was set after a mix-up of two bags in October. It has no last day, and nobody has looked at it since."

At 2027-02-22 10:00
  oversight.ombudsperson takes uphold with remedy = "erasure" and order = "The note is erased, and she is told in writing that it is." and reasons = "The mix-up was cleared up the same day. A note that nobody looks at again is a punishment without a judge."
  filing.filing-officer takes tell with told = "That the note must go within thirty days."

At 2027-04-06 15:00
  clock remedy has lapsed
  concerned.liaison takes carry-out with done = "Her note was erased, and 31 others without a last day."

At 2027-04-07 11:00
  oversight.ombudsperson takes ascertain
  filing.filing-officer takes tell with told = "That the note is gone; that she was right to insist; that other notes went with it."

At 2027-05-10 10:00
  clock recommendation has lapsed
  state is closed
