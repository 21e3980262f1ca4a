Story: A clinic was searched at night, and an answer is awaited
Given ../../../models/access.md
Case incident between claiming lantern and inquiring court and answering caldera

At 2027-08-09 10:00
  claiming.liaison takes claim with kind = "threat" and against = "medical workers" and seen = "2027-08-07T01:30:00+02:00" and place = [-22.8, -31.62] and account = "Men with torches searched the wards and asked two nurses for a list of the wounded. They left without it and said that they would come again." and source = "A night nurse" and killed_claimed = 0
  claiming.liaison takes seal

At 2027-08-26 10:00
  inquiring.inquirer takes corroborate as idris.vane with reasons = "Three patients and the broken lock tell the same."
  clock answer ends 2027-09-09 10:00
  state is corroborated
