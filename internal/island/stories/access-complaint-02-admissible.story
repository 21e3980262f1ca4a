Story: A farmer wants his cart back, and the file is awaited
Given ../../../models/access.md
Case complaint between filing secretariat and concerned highland-council and oversight ombuds and appeal court

At 2027-08-18 10:00
  filing.filing-officer takes file with complainant = "Besik Orda" and representative = null and reached = "By messenger to the mill" and told_in = "word of mouth" and language = "Highland speech" and named = true and grievance = "At the upper bridge they took my cart because a sack with the lantern lay on it. I had been given that sack." and matter = "A cart was taken over a sack of relief that its owner had been given." and asks = "restoration"

At 2027-08-25 10:00
  oversight.ombudsperson takes admit as abel.tarrin with reasons = "He is concerned, and the cart can be looked for."
  oversight.ombudsperson takes ask-file as abel.tarrin
  clock file ends 2027-09-04 10:00
  state is file-asked
