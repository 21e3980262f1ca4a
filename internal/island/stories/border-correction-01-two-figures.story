Story: The entry that stopped the wrong man is corrected
Given ../../../models/border.md
Case correction between asking arland and holding belmark

At 2026-04-14 10:05
  asking.supervisor takes ask with register = "watch list" and number = "B31907755" and issuing_state = "XB" and error = "The year of birth reads 1979 for the passport of a man born in 1997. The number may belong to another passport."
  clock correction ends 2026-04-21 10:05

At 2026-04-17 11:30
  holding.registrar takes correct with correction = "The number of the passport was taken out of the entry; it had been copied from the file of a namesake." and reasons = "The police at Feldau confirmed that the wanted man never held this passport."

At 2026-04-17 15:00
  asking.supervisor takes inform with told = "By letter to his lodging: the entry was wrong, it is corrected, and he may complain to the Ombudsperson in any language."
  state is corrected
