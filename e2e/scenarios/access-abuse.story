Story: The survivor decides: care first, an investigation when they wish it, and they hear the finding first
Given ../../models/access.md
Case abuse between hearing ombuds and concerned lantern and helping waterbearers and inquiring court

At 2026-03-02 08:00
  hearing.listener takes tell with kind = "relief for a return" and survivor = "Ada Arling" and words = "what was said" and help = "a doctor"
  clock referral ends 2026-03-03 08:00
  concerned.liaison sees kind
  helping.medic sees nothing
  concerned.liaison takes protect with measures = "Two go to each house from today."
After PT25H
  clock referral has lapsed
  hearing.listener takes refer
  helping.medic sees help, survivor
  inquiring.inquirer is refused find because wrong-state (Article 16)
  concerned.liaison is refused wish-investigation because wrong-side (Article 16)
  helping.medic is refused wish-investigation because wrong-side (Article 16)
  hearing.listener takes inform
  hearing.listener takes care
After P200D
  hearing.listener takes wish-investigation
  inquiring.inquirer sees kind, measures, survivor, words
  concerned.liaison sees kind, measures
  clock investigation ends 2026-12-18 09:00
After P90DT1S
  clock investigation ends 2027-01-17 09:00
  inquiring.inquirer takes explain
After P30D
  clock investigation has lapsed
  inquiring.inquirer takes find with outcome = "established"
  concerned.liaison sees kind, measures
  hearing.listener takes bring
  concerned.liaison sees kind, measures, outcome
  state is closed
