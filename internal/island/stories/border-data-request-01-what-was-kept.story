Story: A traveller asks what is known of her
Given ../../../models/border.md
Case data-request between entering secretariat and holding belmark and oversight ombuds

At 2026-08-12 10:00
  entering.filing-officer takes ask with person = "Sunniva Grae" and representative = null and reached = "By letter to Varnholm, River Street 18" and language = "Arlandish" and asks = "access" and data = "Everything about my crossings since March, and why I was drawn on 4 August."

At 2026-08-26 14:00
  holding.data-officer takes give with given = "Six crossings with date and desk; one record of the passenger unit of 4 August, drawn by chance, deleted in February; no note and no entry in a list."
  entering.filing-officer takes tell with told = "The answer was sent with the list of crossings and the address of the data protection authority."
  state is given
