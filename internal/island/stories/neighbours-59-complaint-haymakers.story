Story: A patrol drove through the hay, and a road was found for the next
Given ../../../models/neighbours.md
Case complaint between filing secretariat and concerned arland and oversight ombuds and appeal court

At 2026-07-02 10:00
  filing.filing-officer takes file with complainant = "Elke Maurer, for three families of haymakers" and reached = "At the dairy of Quell, in the morning" and told_in = "word of mouth" and language = "Belmark's, with a few words of Arland's" and named = true and grievance = "On 26 June the patrol's two vehicles drove over our cut hay at the river, though the track runs ten metres beside it. A quarter is mud." and matter = "A patrol drove over cut hay." and asks = "compensation"
At 2026-07-08 14:00
  oversight.ombudsperson takes admit as ines.bara with reasons = "They are concerned and it is a week ago."
At 2026-07-29 10:00
  oversight.ombudsperson takes uphold as ines.bara with remedy = "compensation" and order = "640 euros for the hay, and a stake by the willow that shows where to turn." and reasons = "The track was flooded, so nobody is blamed. But the hay was theirs and the turn could have been made on the stubble."
At 2026-07-31 10:00
  filing.filing-officer takes tell with told = "You were right. Arland pays 640 euros, and there will be a stake. If it is not paid by 28 August, come again."
At 2026-08-19 11:00
  concerned.liaison takes carry-out as greta.nord with done = "640 euros were handed over at the dairy on 17 August, and the stake stands."
At 2026-08-25 10:00
  oversight.ombudsperson takes ascertain as ines.bara
At 2026-08-27 09:00
  filing.filing-officer takes tell with told = "The Ombudsperson has seen the receipt and the stake. The case is closed unless you have more to say."
At 2026-09-28 09:00
  state is closed
