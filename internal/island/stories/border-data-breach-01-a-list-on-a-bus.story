Story: A printed list is left on a bus
Given ../../../models/border.md
Case data-breach between holding arland and oversight ombuds

At 2026-10-19 11:00
  holding.data-officer takes record with learned = "2026-10-19T09:15:00+02:00" and kind = "lost" and happened = "An officer took a printed list of permits home and left it on the bus to Tavel. The driver brought it back the same evening." and affected = "Seasonal workers of nine farms"

At 2026-10-20 15:00
  holding.data-officer takes notify with number = 143 and consequences = "Whoever read it knows where 143 people work and sleep." and measures = "The list is back and complete. Printing of permits is switched off."

At 2026-10-23 10:00
  oversight.data-authority takes decide-high with order = "All 143 are told in their language within a week." and reasons = "Some of them hide from those who brought them; an address may be enough."

At 2026-10-28 12:00
  holding.data-officer takes tell with told = "143 were told: 120 by the advisers on the farms, 23 by letter. Two were moved to other lodgings."

At 2026-11-09 10:00
  holding.data-officer takes mend with prevented = "Lists can be read on the device at the desk and nowhere else."

At 2026-11-16 10:00
  oversight.data-authority takes close with reasons = "Printing was tried and is not possible. The two who were moved say that they feel safe."
  state is closed
