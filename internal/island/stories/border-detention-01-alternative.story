Story: He reports twice a week instead of sitting in a cell
Given ../../../models/border.md
Case detention between detaining belmark and aid ombuds and court court

At 2026-06-22 09:30
  detaining.officer takes propose as lev.brandt with person = "Rudger Malin" and adult = true and language = "Arlandish" and interpreter_needed = false and facts = "The return was affirmed on 19 June. He missed one appointment and says that the bus did not come." on the ground "return affirmed by a court"

At 2026-06-22 13:15
  detaining.supervisor takes use-alternative with measure = "He reports at the police house at Quell on Mondays and Thursdays and lives with his cousin there."
  state is alternative
