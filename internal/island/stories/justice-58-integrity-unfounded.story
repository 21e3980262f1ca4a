Story: A report about a registrar turns out to be a mistake
Given ../../../models/justice.md
Case integrity-report between filing secretariat and concerned arland and oversight ombuds

At 2027-02-01 10:00
  filing.filing-officer takes report with channel = "writing" and subject = "abuse of data" and account = "A registrar is said to look up neighbours in the wanted persons."
At 2027-02-02 10:00
  oversight.investigator takes seal
  oversight.investigator takes acknowledge
At 2027-02-08 11:00
  oversight.investigator takes hear with heard = "He shows that each question was asked by telephone from a post, with its number."
At 2027-03-04 15:00
  oversight.investigator takes close with feedback = "All 14 questions had a post's number beside them. You were right to ask." and reasons = "The log and the posts' books agree." on the ground "unfounded"
  state is closed
