Story: The survivor stops the investigation: care goes on, and the inquirer reads it no longer
Given ../../models/access.md
Case abuse between hearing ombuds and concerned highland-council and helping lantern and inquiring court

At 2026-03-02 08:00
  hearing.listener takes tell with survivor = "Ada Arling" and words = "what was said" and help = "a doctor"
  hearing.listener takes refer
  hearing.listener takes wish-investigation
  inquiring.inquirer sees kind, survivor, words
  hearing.listener takes stop-investigation
  state is care-again
  inquiring.inquirer sees nothing
  inquiring.inquirer is refused find because wrong-state (Article 16)
  helping.medic sees help, survivor
