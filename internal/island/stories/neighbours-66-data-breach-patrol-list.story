Story: A patrol list left on a bus, told a day too late, with reasons
Given ../../../models/neighbours.md
Case data-breach between holding caldera and oversight ombuds

At 2026-11-02 09:00
  holding.data-officer takes record with learned = "2026-11-02T06:30:00Z" and kind = "lost" and happened = "A folder with the names of patrol members was left on the bus from Monreva and handed in after two days." and affected = "Members of three joint patrols"
At 2026-11-06 10:00
  state is overdue
  holding.data-officer takes notify-late with number = 17 and consequences = "Their names may be known to whoever rode that bus; no address was in it." and measures = "The folder is back. Lists go out without names from now on." and reasons = "The officer in charge was on leave and her deputy thought that a found folder is not a lost one."
At 2026-11-10 11:00
  oversight.data-authority takes decide-other with order = "Tell the commanders of both sides, and keep lists in the post." and reasons = "Seventeen names without addresses, on a country bus, for two days: a risk, and not a high one."
At 2026-11-24 10:00
  holding.data-officer takes mend with prevented = "Patrol lists stay in the post. Commanders read the names out at the start."
At 2026-11-27 11:00
  oversight.data-authority takes close with reasons = "The new order was seen and two posts were visited."
  state is closed
