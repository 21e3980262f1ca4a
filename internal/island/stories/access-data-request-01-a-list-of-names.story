Story: A man asks where his name has gone, and what should not be there is erased
Given ../../../models/access.md
Case data-request between entering secretariat and holding lantern and oversight ombuds

At 2027-02-08 10:00
  entering.filing-officer takes ask with person = "Hamid Teral" and representative = null and reached = "Through the clinic on the High Road" and language = "Highland speech" and asks = "erasure" and data = "My name on the list of those who fetch water for others. I do not fetch any more, and I am asked about it at barriers."

At 2027-02-22 10:00
  holding.data-officer takes change with changed = "His name was erased from the list of carriers and from two copies."
  entering.filing-officer takes tell with told = "That it is erased, and that the two who had copies must say so too."

At 2027-02-25 10:00
  holding.data-officer takes pass-on with duty = "erase"

At 2027-03-15 10:00
  oversight.data-authority takes close with receipts = "One copy was confirmed as erased; the other had been burnt with the old stove wood, which two people saw." and reasons = "Nobody has the name any more."
  state is closed
