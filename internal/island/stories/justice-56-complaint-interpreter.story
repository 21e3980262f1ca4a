Story: Heard without an interpreter: dismissed at first, upheld anew, and heard again
Given ../../../models/justice.md
Case complaint between filing secretariat and concerned belmark and oversight ombuds and appeal court

At 2026-08-31 10:00
  filing.filing-officer takes file with complainant = "Yaro Benim" and reached = "Through the parish of Feldau" and told_in = "through an interpreter" and language = "A dialect of the Highlands" and named = true and grievance = "I was asked about a fight for two hours. The man who should interpret spoke another dialect and guessed." and matter = "A hearing with an interpreter whom the person did not understand." and asks = "correction"
At 2026-09-08 11:00
  oversight.ombudsperson takes admit as ines.bara with reasons = "He was the one who was heard."
At 2026-09-22 14:00
  oversight.ombudsperson takes dismiss as ines.bara with reasons = "The record bears his signature below the words \"read and understood\"."
At 2026-09-24 10:00
  filing.filing-officer takes tell with told = "That it was dismissed, why, and that you may ask the Court for a second look."
At 2026-10-05 10:00
  filing.filing-officer takes contest with second_look = "He cannot read. The signature says that somebody held his hand."
At 2026-10-20 11:00
  appeal.president takes refer-back with reasons = "A signature proves that somebody read only of whom it is known that he can."
At 2026-11-10 11:00
  oversight.ombudsperson takes uphold-anew as abel.tarrin with remedy = "correction" and order = "The record is struck, and he is heard again with somebody of his valley." and reasons = "Sound of the hearing shows that he asked six times what was meant."
At 2026-11-12 10:00
  filing.filing-officer takes tell with told = "The record goes, and you are heard again."
At 2026-11-30 14:00
  concerned.liaison takes carry-out with done = "The record was struck on 19 November; he was heard again on the 26th."
At 2026-12-04 10:00
  oversight.ombudsperson takes ascertain as abel.tarrin
At 2026-12-08 10:00
  filing.filing-officer takes tell with told = "The Ombudsperson has seen the new record. He says that it is what he said."
At 2027-01-08 10:00
  state is closed
