Story: A laundress complains about a finger, and a rule is changed for everybody
Given ../../../models/border.md
Case complaint between filing secretariat and concerned arland and oversight ombuds and appeal court

At 2026-07-14 10:00
  filing.filing-officer takes file with complainant = "Ottilia Brauns" and representative = null and reached = "By letter to the parish of Quell" and told_in = "word of mouth" and language = "Belmarkish" and named = true and grievance = "I have washed linen for forty years. The machine does not know my finger. I stood an hour among the lorries while they looked, as if I were a thief." and matter = "A traveller whose finger the machine cannot read was kept apart for an hour." and asks = "apology"

At 2026-07-20 09:30
  oversight.ombudsperson takes admit with reasons = "She is the person concerned, it is recent, and the scan can be examined."
  oversight.ombudsperson takes ask-file

At 2026-07-27 15:00
  concerned.liaison takes give-file with file = "Captured 11:02, referred 11:04, seen by the supervisor 11:14, told 11:16. Between 11:16 and 12:05 nothing is written: her papers lay on the wrong desk."

At 2026-08-10 11:00
  oversight.ombudsperson takes uphold with remedy = "apology" and order = "An apology in writing, signed by the head of the crossing, and a mark in her permit that she is compared by eye." and reasons = "The machine may err. That nobody told a woman of 68 why she stood there for 49 minutes more was not the machine's error."

At 2026-08-11 10:00
  filing.filing-officer takes tell with told = "That she was right, what Arland must do, and by when."

At 2026-08-24 10:00
  concerned.liaison takes carry-out with done = "The letter was brought to her by the head of the crossing, who stayed for coffee. The mark is in the permit."

At 2026-08-27 14:00
  oversight.ombudsperson takes ascertain

At 2026-08-28 10:00
  filing.filing-officer takes tell with told = "That the apology counts as carried out, and that she may say so if it does not for her."

At 2026-09-07 10:00
  oversight.ombudsperson takes recommend with policy = "Whoever works with their hands is often unreadable. Let everybody choose to be compared by eye, without a reason, and put it on the board at the desk." and reasons = "Of 61 referrals in half a year 44 were of people over 60 or who work with lime, water or nets."

At 2026-11-03 10:00
  concerned.liaison takes answer-policy with policy_answer = "Accepted. From 1 December the board at each desk says in five languages: you may ask to be compared by eye."
  state is answered
