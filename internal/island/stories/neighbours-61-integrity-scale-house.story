Story: Money for a light hand on the scale: a report, a hearing, a dismissal
Given ../../../models/neighbours.md
Case integrity-report between filing secretariat and concerned caldera and oversight ombuds

At 2026-09-21 10:00
  filing.filing-officer takes report with source = "A lorry driver who brought it by word of mouth" and channel = "word of mouth" and subject = "corruption" and account = "At the scale of Long Pass the man of the late shift takes 20 euros and writes two tonnes less. It is known to everybody who drives."
At 2026-09-22 09:00
  oversight.investigator takes seal
At 2026-09-24 10:00
  oversight.investigator takes acknowledge
At 2026-09-29 14:00
  oversight.investigator takes hear with heard = "He says that the scale sticks in the cold, and that he has five children. He gave no money back."
At 2026-11-10 11:00
  oversight.investigator takes find with found = "Of 212 late weighings 61 differ from the day's by about two tonnes; none of the early shift do. Four drivers paid." and reasons = "A scale does not know which shift it is."
At 2026-11-16 10:00
  oversight.ombudsperson takes confirm as ines.bara with feedback = "What you reported was found to be so. The Party must say within sixty days what it does. Nobody has your name." and reasons = "The weighings speak for themselves, he was heard, and another than the investigator has read the file."
At 2026-12-15 11:00
  concerned.liaison takes sanction as nilda.orsano with measures = "He was dismissed on 12 December. The scale prints its own slip now."
  state is sanctioned
