Story: A widow is struck from the list, and the list is changed for everybody
Given ../../../models/access.md
Case complaint between filing secretariat and concerned lantern and oversight ombuds and appeal court

At 2026-06-02 10:00
  filing.filing-officer takes file with complainant = "Zaira Omeld" and representative = null and reached = "Through the teacher at the end of the first stretch" and told_in = "through an interpreter" and language = "Highland speech" and named = true and grievance = "My husband's name was on the list. He died in March, and with him the flour stopped. I have four children." and matter = "A household lost its ration when the man died whose name was on the list." and asks = "restoration"

At 2026-06-08 10:00
  oversight.ombudsperson takes admit with reasons = "She is concerned, and four children are."

At 2026-06-12 10:00
  concerned.liaison takes reply with answer = "The list knows one name for each house. When he died, the house was struck out. We are sorry."

At 2026-06-22 10:00
  oversight.ombudsperson takes uphold with remedy = "restoration" and order = "The ration is given from now on and for the eleven weeks that are missing." and reasons = "Hunger does not end with a name."
  filing.filing-officer takes tell with told = "That she was right, and that the flour comes on Thursday."

At 2026-06-26 10:00
  concerned.liaison takes carry-out with done = "Eleven weeks were brought to the house on 25 June."

At 2026-06-29 10:00
  oversight.ombudsperson takes ascertain
  filing.filing-officer takes tell with told = "That the case is settled for her, and that the rule is looked at."

At 2026-07-07 10:00
  oversight.ombudsperson takes recommend with policy = "A list of houses, not of men: two names of grown-ups for each, and nobody is struck out without a visit." and reasons = "Of 29 houses that were struck out since March, 21 had lost somebody."

At 2026-08-24 10:00
  concerned.liaison takes answer-policy with policy_answer = "Accepted from the plan of October on. The 21 houses have been visited and are on the list."
  state is answered
