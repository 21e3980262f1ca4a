Story: Relief for a return: she decides each step, and it is established
Given ../../../models/access.md
Case abuse between hearing ombuds and concerned lantern and helping waterbearers and inquiring court

At 2026-11-05 15:00
  hearing.listener takes tell with kind = "relief for a return" and survivor = "A mother of three at the last stop of the Ridge Road" and words = "The man with the list said that my name comes back on it if I clean his house." and help = "Somebody else with the list, and the ration that is missing"

At 2026-11-05 16:30
  hearing.listener takes refer

At 2026-11-06 10:00
  concerned.liaison takes protect with measures = "The man has no list since this morning; two women give out the rations in his place."
  hearing.listener takes wish-investigation
  hearing.listener takes inform

At 2027-01-18 10:00
  inquiring.inquirer takes find as idris.vane with finding = "He struck eleven names and put back seven after work in his house." and outcome = "established" and reasons = "The list in three states, seven accounts that agree, and his own words on the third day."

At 2027-01-20 15:00
  hearing.listener takes bring
  state is closed
