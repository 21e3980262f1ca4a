Story: A trader wants a word struck, and Arland has to answer
Given ../../../models/neighbours.md
Case data-request between entering secretariat and holding arland and oversight ombuds

At 2027-08-16 10:00
  entering.filing-officer takes ask with person = "Asbjorn Brynn" and reached = "By letter, Skarn harbour" and language = "Arland's" and asks = "correction" and data = "The word \"smuggler\" in the customs file; the judge said misuse"
At 2027-08-20 09:30
  holding.data-officer takes ask-proof
At 2027-08-26 14:00
  entering.filing-officer takes give-proof with proof = "Identity card, seen by the filing officer"
  state is identified
