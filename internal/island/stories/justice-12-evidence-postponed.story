Story: Postponed, since the ship's log is needed in a court here first
Given ../../../models/justice.md
Case evidence between issuing caldera and executing belmark

At 2026-06-22 10:00
  issuing.prosecutor takes issue with offence = "drugs" and facts = "Ninety kilograms were found below the ice of a fishing boat at Almeda." and measure = "The log of the boat Meeresruh, which lies at Brakk harbour" and person = "Jost Wellmann" and child = false
At 2026-06-29 11:00
  issuing.validating-judge takes validate with reasons = "The log shows where the boat lay for two days, and nothing else does."
At 2026-07-15 10:00
  executing.judge takes recognise as anna.vantor with reasons = "Both laws punish it and the measure is possible here."
  executing.judge takes postpone as anna.vantor with reasons = "The trial of the mate opens on 3 September, and the log is read there." on the ground "the object is needed in a court here"
At 2026-10-06 09:30
  executing.prosecutor takes take-up
At 2026-10-20 15:00
  executing.prosecutor takes execute with evidence = "The log, 212 pages, in the original."
At 2026-11-09 10:00
  executing.prosecutor takes tell with told = "That the log went to Caldera, and that he may challenge it."
  state is done
