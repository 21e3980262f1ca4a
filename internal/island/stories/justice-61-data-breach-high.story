Story: A clerk read the file of her neighbour, and the neighbour is told
Given ../../../models/justice.md
Case data-breach between holding belmark and oversight ombuds

At 2027-04-19 09:00
  holding.data-officer takes record with learned = "2027-04-19T06:40:00Z" and kind = "seen" and happened = "A clerk of the registry opened the file of her neighbour four times without a reason." and affected = "One victim of violence"
At 2027-04-20 11:00
  holding.data-officer takes notify with number = 1 and consequences = "The neighbour's new address may have become known to her former husband." and measures = "The clerk's access is shut, and the police drive by twice a night."
At 2027-04-21 10:00
  oversight.data-authority takes decide-high with order = "Tell her today, and offer another flat." and reasons = "A life may hang on an address."
At 2027-04-21 15:00
  holding.data-officer takes tell with told = "She was told by somebody whom she knows, and moved the same night. One person."
At 2027-05-11 10:00
  holding.data-officer takes mend with prevented = "Files of victims open with two keys."
At 2027-05-17 11:00
  oversight.data-authority takes close with reasons = "Two keys were tried and work."
  state is closed
