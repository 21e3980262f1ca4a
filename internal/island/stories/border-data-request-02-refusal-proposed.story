Story: A refusal is proposed, and the authority must agree
Given ../../../models/border.md
Case data-request between entering arland and holding belmark and oversight ombuds

At 2027-08-12 10:00
  entering.data-officer takes ask with person = "Tarjei Holmstad" and representative = null and reached = "By letter to Skarn harbour" and language = "Arlandish" and asks = "access" and data = "Whether my lorry's number stands in a list, and since when."

At 2027-08-26 11:00
  holding.data-officer takes propose-refusal with reasons = "The number was entered in July in an inquiry into stolen trailers. Two searches are planned for the middle of September." on the ground "an inquiry would be obstructed"
  clock consultation ends 2027-09-09 11:00
  state is refusal-proposed
