Story: The survivor takes the word back, and what was said is destroyed
Given ../../models/access.md
Case abuse between hearing ombuds and concerned arland and helping waterbearers and inquiring court

At 2026-03-02 08:00
  hearing.listener takes tell with survivor = "Ada Arling" and words = "what was said" and help = "a doctor"
  hearing.listener takes refer
  hearing.listener takes wish-investigation
  hearing.listener takes end
  destroyed: help, survivor, words
  state is ended
  inquiring.inquirer sees nothing
  helping.medic sees nothing
  inquiring.inquirer is refused find because wrong-state (Article 16)
