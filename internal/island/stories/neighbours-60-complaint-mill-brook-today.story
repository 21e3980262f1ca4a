Story: The footbridge is locked at night, and a decision is due
Given ../../../models/neighbours.md
Case complaint between filing secretariat and concerned caldera and oversight ombuds and appeal court

At 2027-08-03 10:00
  filing.filing-officer takes file with complainant = "Bettina Sorge" and representative = "Her son Arno, who brought it" and reached = "By telephone after six" and told_in = "writing" and language = "Belmark's" and named = false and grievance = "Since June the footbridge at Mill brook is locked from dusk. My mother lies ill on the other side. By road it is nineteen kilometres." and matter = "A footbridge is locked at night." and asks = "restoration"
At 2027-08-11 11:00
  oversight.ombudsperson takes admit as abel.tarrin with reasons = "Who cannot reach a mother is concerned."
  oversight.ombudsperson takes ask-file as abel.tarrin
At 2027-08-18 10:00
  concerned.liaison takes give-file as nilda.orsano with file = "The post commander's order of 7 June: locked for want of a second guard. No incident is noted."
  state is admissible
