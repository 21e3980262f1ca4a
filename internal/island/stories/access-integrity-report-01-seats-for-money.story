Story: Seats on the ambulance for money: reported, heard, and proved
Given ../../../models/access.md
Case integrity-report between filing lantern and concerned waterbearers and oversight ombuds

At 2026-09-14 10:00
  filing.liaison takes report with source = "A nurse on loan" and channel = "writing" and subject = "abuse of office" and account = "The dispatcher keeps two seats free for those who pay."

At 2026-09-16 10:00
  oversight.investigator takes seal
  oversight.investigator takes acknowledge

At 2026-09-22 10:00
  oversight.investigator takes hear with heard = "He says that he keeps seats for the dying and takes gifts as everybody does."

At 2026-10-14 10:00
  oversight.investigator takes find with found = "Nine seats in July and August went to people who were not ill and paid 40 to 100." and reasons = "The log of the ward and the log of the car name different people nine times."

At 2026-10-20 10:00
  oversight.ombudsperson takes confirm with feedback = "What you wrote is true in nine cases. He no longer has the list." and reasons = "Two logs that nobody wrote for us."

At 2026-11-05 10:00
  concerned.liaison takes sanction with measures = "He was dismissed; seats are given by the nurse on duty, who signs."
  state is sanctioned
