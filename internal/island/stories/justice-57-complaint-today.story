Story: Upheld: the remedy is due, and the person is to be told
Given ../../../models/justice.md
Case complaint between filing secretariat and concerned arland and oversight ombuds and appeal court

At 2027-07-26 10:00
  filing.filing-officer takes file with complainant = "Mother of a boy of twelve" and reached = "By telephone in the evening" and told_in = "word of mouth" and language = "Arland's" and named = false and grievance = "My son saw a robbery. His picture as a witness hung in the corridor of the police for three weeks." and matter = "The picture of a child who was a witness hung in a corridor." and asks = "apology"
At 2027-08-03 11:00
  oversight.ombudsperson takes admit as ines.bara with reasons = "She speaks for her son."
At 2027-08-30 14:00
  oversight.ombudsperson takes uphold as ines.bara with remedy = "apology" and order = "Take the picture down, destroy copies, and say sorry to the boy himself." and reasons = "Nobody needed his face on a wall, and he was afraid to go to school."
  state is upheld
