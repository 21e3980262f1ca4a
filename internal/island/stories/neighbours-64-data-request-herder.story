Story: The herder asks what was written down of him
Given ../../../models/neighbours.md
Case data-request between entering secretariat and holding belmark and oversight ombuds

At 2026-10-05 10:00
  entering.filing-officer takes ask with person = "Tomaso Quiral" and reached = "Through the shop at Three Springs" and language = "Caldera's" and asks = "access" and data = "What Belmark keeps of the morning when I followed my goats"
At 2026-10-26 11:00
  holding.data-officer takes give with given = "Name, account, the count of the goats, the nurse's line on the ankle, and two receipts. Nothing went to anybody but the border officers of both sides."
At 2026-10-29 10:00
  entering.filing-officer takes tell with told = "All that was written was read out to him and left with him. It goes away after its time."
  state is given
